/** What only a reader's browser knows: its day, in its own time zone, and an end for a name that nobody else takes. */
export function browserFacts(): { today: string; random: string } {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return {
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    random: Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % 36]).join(''),
  };
}
