/** An address that opens a new mail. Lines end with CRLF, as RFC 6068 has it. */
export function mailAddress(to: string, subject: string, body: string): string {
  const query = { subject, body: body.replace(/\r?\n/g, '\r\n') };
  return `mailto:${encodeURIComponent(to).replace(/%40/g, '@')}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
