/**
 * The most characters of an address that every forge takes. GitHub answers 414 to more than 8,191 bytes
 * (https://github.com/github/docs/issues/5136); nginx, which stands before GitLab, most Forgejo and Bitbucket, takes 8 KiB for a request line.
 */
const longestAddress = 8000;

/** The most characters of a `mailto:` address that all systems hand on: Windows cuts at 2,083, some mail programs sooner. */
const longestMail = 1900;

/** Whether a forge takes an address, also where it comes encoded once more: as the place to go to after signing in. */
export function forgeTakes(address: string): boolean {
  return encodeURIComponent(address).length <= longestAddress;
}

/** Whether mail programs take an address, or a forge does. */
export function fits(address: string): boolean {
  return address.startsWith('mailto:') ? address.length <= longestMail : forgeTakes(address);
}

/** The longest beginning of a text, cut at a word where there is one, with which an address is not too long; empty if there is none. */
export function fittingText(text: string, addressWith: (text: string) => string): string {
  const letters = [...text];
  let least = 0;
  let most = letters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(addressWith(`${letters.slice(0, middle).join('')}…`))) least = middle;
    else most = middle - 1;
  }
  if (least === letters.length) return text;
  const cut = letters.slice(0, least).join('');
  const words = cut.replace(/\s+\S*$/u, '');
  return cut === '' ? '' : `${words.length > cut.length / 2 ? words : cut}…`;
}
