import { spdxLicense } from '../../core/schema/fields.ts';

/** A date-time of a dump, which is UTC without saying so: `2018-02-06T20:19:50.957` → `2018-02-06T20:19:50.957Z`. */
export function toDate(text: string | undefined): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?Z?$/.exec(text ?? '');
  if (!match) return undefined;
  const [, seconds = '', fraction = ''] = match;
  const milliseconds = fraction.slice(0, 3).replace(/0+$/, '');
  return `${seconds}${milliseconds === '' ? '' : `.${milliseconds}`}Z`;
}

/** `CC BY-SA 4.0` → `CC-BY-SA-4.0`. */
export function toLicense(text: string): string | undefined {
  const result = spdxLicense.safeParse(text.trim().replaceAll(' ', '-'));
  return result.success ? result.data : undefined;
}

/** The licence of a post of which the dump does not say it, by the day it was written: https://stackoverflow.com/help/licensing. */
export function licenseOf(date: string): string {
  if (date < '2011-04-08') return 'CC-BY-SA-2.5';
  return date < '2018-05-02' ? 'CC-BY-SA-3.0' : 'CC-BY-SA-4.0';
}

/** Tags as dumps write them: `<a><b>` before 2024, `|a|b|` since. */
export function toTags(text: string | undefined): string[] {
  return (text ?? '').split(/[<>|]+/).filter(Boolean);
}

/** Why a question was closed, by the number in the `Comment` of its history: CloseReasonTypes of the Data Explorer. */
const closeReasons: Readonly<Record<string, string>> = {
  '1': 'Exact duplicate',
  '2': 'Off-topic',
  '3': 'Not constructive',
  '4': 'Not a real question',
  '7': 'Too localized',
  '10': 'General reference',
  '20': 'Noise or pointless',
  '101': 'Duplicate',
  '102': 'Off-topic',
  '103': 'Needs details or clarity',
  '104': 'Needs more focus',
  '105': 'Opinion-based',
};

export function toCloseReason(comment: string | undefined): string | undefined {
  return comment === undefined ? undefined : (closeReasons[comment] ?? (/^\d*$/.test(comment) ? undefined : comment));
}

/**
 * The host of the site that a dump is of, from the name of its folder or file: archives are called `cooking.stackexchange.com.7z` or
 * `stackoverflow.com-Posts.7z`. A bare name is taken for a site of the network, `-meta` at its end for that site's meta.
 */
export function siteOf(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/\.7z$/, '')
    .replace(/-(?:posts|posthistory|comments|users|tags|postlinks|badges|votes)$/, '');
  if (bare.includes('.')) return bare;
  const own = new Set(['stackoverflow', 'serverfault', 'superuser', 'askubuntu', 'stackapps']);
  const clean = bare.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'unknown';
  if (own.has(clean)) return `${clean}.com`;
  return clean.endsWith('-meta') ? `${clean.slice(0, -5)}.meta.stackexchange.com` : `${clean}.stackexchange.com`;
}
