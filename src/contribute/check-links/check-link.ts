/** What became of a link. `unsure` is a server that answers, but does not let programs in: that says nothing about people. */
export type LinkState = { state: 'ok' | 'broken' | 'unsure'; why?: string };

export type CheckLinkOptions = {
  /** How long a server may take, in milliseconds. */
  timeout: number;
  /** Whether a host may be asked at all. */
  allows: (hostname: string) => Promise<boolean>;
};

const mostRedirects = 5;
const headers = { 'User-Agent': 'responsa-check-links (a link checker; once a week)', Accept: '*/*' };

/** Asks a server whether a page is there: by HEAD, and by GET, of which nothing is read, where HEAD says no. Never throws. */
export async function checkLink(url: string, options: CheckLinkOptions): Promise<LinkState> {
  let address = url;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const { protocol, hostname } = new URL(address);
      if (protocol !== 'http:' && protocol !== 'https:') return { state: 'unsure', why: `leads to ${protocol}` };
      if (!(await options.allows(hostname))) return { state: 'broken', why: 'is not on the public Internet' };
      let response = await ask(address, 'HEAD', options);
      if (response.status >= 400) response = await ask(address, 'GET', options);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return judge(response.status);
      address = new URL(location, address).href;
    }
    return { state: 'broken', why: `redirects more than ${mostRedirects} times` };
  } catch (error) {
    return { state: 'broken', why: reasonOf(error) };
  }
}

async function ask(address: string, method: string, { timeout }: CheckLinkOptions): Promise<Response> {
  const response = await fetch(address, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
  await response.body?.cancel();
  return response;
}

function judge(status: number): LinkState {
  if (status < 400) return { state: 'ok' };
  if (status === 404 || status === 410) return { state: 'broken', why: `answers ${status}` };
  return { state: 'unsure', why: `answers ${status}` };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'does not answer in time';
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'has a name that no server has';
  if (code === 'ECONNREFUSED') return 'refuses the connection';
  if (/CERT|SSL|TLS/.test(code)) return `has no valid certificate (${code})`;
  return `cannot be reached${code === '' ? '' : ` (${code})`}`;
}
