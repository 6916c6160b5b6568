import { LimitPassed, markersIn } from './limits.ts';

const mostLines = 5_000;
const mostSigns = 2_000;
const mostMarkers = 5_000;
const signs = /[*_~@<[\]]/g;

/**
 * What the reference parser, remark-parse, needs beside the limits for all: its time grows with the square of the lines, of the list
 * items, and of the signs in one paragraph, to half a minute for what the limits let through. The parser of the build has no need of this.
 * @throws {LimitPassed}
 */
export function checkForReference(body: string): void {
  const lines = body.split(/\r\n?|\n/);
  if (lines.length > mostLines) throw refused(1, `${lines.length} lines`);
  let inParagraph = 0;
  let markers = 0;
  lines.forEach((line, index) => {
    inParagraph = line.trim() === '' ? 0 : inParagraph + (line.match(signs)?.length ?? 0);
    markers += markersIn(line);
    if (markers > mostMarkers) throw refused(index + 1, `more than ${mostMarkers} marks of quotations and lists`);
    if (inParagraph > mostSigns)
      throw refused(index + 1, `more than ${mostSigns} of the signs * _ ~ @ < [ ] in one paragraph`);
  });
}

function refused(line: number, what: string): LimitPassed {
  return new LimitPassed({
    line,
    column: 1,
    rule: 'too-much-for-reference',
    message: `the reference parser is too slow for ${what}`,
    fix: 'split the post, or render it with the parser satteri',
  });
}
