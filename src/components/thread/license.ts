/** A license as people write it, and where its text is. */
export type LicenseName = { name: string; url?: string };

/**
 * Names an SPDX license expression: `CC-BY-SA-4.0` is CC BY-SA 4.0, at creativecommons.org; other single licenses are at
 * spdx.org; expressions of several have no address.
 */
export function nameLicense(spdx: string): LicenseName {
  const commons = /^CC-(BY(?:-(?:NC|ND|SA))*)-(\d\.\d)$/.exec(spdx);
  if (commons) {
    const [, kind = '', version = ''] = commons;
    return {
      name: `CC ${kind} ${version}`,
      url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`,
    };
  }
  if (spdx === 'CC0-1.0') return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  if (spdx.includes(' ') || spdx.startsWith('LicenseRef-')) return { name: spdx };
  return { name: spdx, url: `https://spdx.org/licenses/${encodeURIComponent(spdx)}.html` };
}
