/** Answers a request with a text of a media type; UTF-8 is added. */
export function text(body: string, type: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

/** Answers that there is nothing here. */
export function notHere(): Response {
  return new Response(null, { status: 404 });
}
