import type { z } from 'zod';

/** What zod found wrong, as one line for people: `post_stream is missing; id must be an integer`. */
export function issuesOf(error: z.ZodError): string {
  const lines = error.issues.slice(0, 3).map(({ path, message }) => {
    const where = path.map(String).join('.');
    const what = message.replace(/^Invalid input: /, '').replace('received undefined', 'and it is missing');
    return where === '' ? what : `${where}: ${what}`;
  });
  return `${lines.join('; ')}${error.issues.length > 3 ? '; …' : ''}`;
}
