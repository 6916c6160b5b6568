/** Whole numbers from `min` to `max`, both included; an end that is not there is open. At least one is there. */
export type NumberRange = { min?: number; max?: number };

/**
 * Reads `10` (exactly), `3..8`, `10..`, `..-1`, and the signs `>10`, `>=10`, `<10`, `<=10`.
 * @returns the range, with whether its ends stood the wrong way round; nothing if it is none
 */
export function parseNumberRange(text: string): { range: NumberRange; isReversed: boolean } | undefined {
  const plain = text.replaceAll('−', '-');
  const [, sign, beyond] = /^([<>]=?)(-?\d{1,9})$/.exec(plain) ?? [];
  if (sign && beyond) {
    const limit = Number(beyond) + (sign === '>' ? 1 : sign === '<' ? -1 : 0);
    return { range: sign.startsWith('>') ? { min: limit } : { max: limit }, isReversed: false };
  }
  if (/^-?\d{1,9}$/.test(plain)) return { range: { min: whole(plain), max: whole(plain) }, isReversed: false };
  const [found, from = '', to = ''] = /^(-?\d{1,9})?\.\.(-?\d{1,9})?$/.exec(plain) ?? [];
  if (found === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to))
    return { range: { min: whole(to), max: whole(from) }, isReversed: true };
  return {
    range: { ...(from === '' ? {} : { min: whole(from) }), ...(to === '' ? {} : { max: whole(to) }) },
    isReversed: false,
  };
}

export function printNumberRange({ min, max }: NumberRange): string {
  return min === max ? String(min) : `${min ?? ''}..${max ?? ''}`;
}

export function isInRange({ min = -Infinity, max = Infinity }: NumberRange, number: number): boolean {
  return number >= min && number <= max;
}

/** Without the zero that has a sign. */
function whole(text: string): number {
  return Number(text) || 0;
}
