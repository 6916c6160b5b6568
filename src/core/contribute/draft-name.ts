/** What stands before the random end of a name is cut to this, so that addresses stay readable. */
const readable = 50;

/**
 * A name for a new answer that nobody else who begins one takes: fifty people who answer the same question on one day have fifty.
 * @param today ISO date
 * @param random letters and digits, at least five
 */
export function answerName(today: string, random: string): string {
  return `${today}-${random}`;
}

/**
 * A name for the folder of a new question: the Latin letters and digits of its title, or the day, and a random end.
 * @param title as far as it is known
 */
export function threadName(title: string, today: string, random: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
  const short = words.length <= readable ? words : words.slice(0, readable).replace(/-[^-]*$/, '');
  return `${short.length < 3 ? today : short}-${random}`;
}
