import { foldName } from '../core/fold-name.ts';
import { visiblePart } from '../core/invisible.ts';
import { dateAdvice } from './date-advice.ts';

const dates = new Set<PropertyKey>(['date', 'edited', 'retrieved']);
const lists = new Set<PropertyKey>(['tags', 'synonyms', 'aliases', 'comments', 'links']);
const texts = new Set<PropertyKey>(['title', 'name', 'text', 'site', 'description', 'closedReason', 'id']);

/** What to write instead of a value that is not right, as far as the value lets guess what was meant. */
export function valueAdvice(path: readonly PropertyKey[], value: unknown): string | undefined {
  const key = path.findLast((part) => typeof part === 'string');
  const inList = typeof path.at(-1) === 'number';
  if (key === undefined) return 'write key: value, a line each';
  if (value === null) return emptyAdvice(key);
  if (dates.has(key)) return dateAdvice(String(value)) ?? 'write the year, the month and the day: 2026-01-14';
  if (typeof value === 'string') return textAdvice(key, value, inList);
  if (texts.has(key) && (typeof value === 'number' || typeof value === 'boolean')) {
    return `put quotes around it: ${key}: "${value}"`;
  }
  if ((key === 'tags' || key === 'synonyms') && inList && typeof value !== 'object') return `write "${String(value)}"`;
  if (lists.has(key) && !inList && typeof value !== 'object') return `write ${key}: [${JSON.stringify(value)}]`;
  if (texts.has(key) && typeof value === 'object') return 'put quotes around text that begins with [ or {';
  if (key === 'votes' && typeof value === 'number') return `write ${Math.round(value)}`;
  return undefined;
}

function emptyAdvice(key: string): string {
  if (key === 'author') return 'write your handle, or anonymous';
  if (texts.has(key)) return 'write a text behind the colon; put quotes around it if it begins with #';
  return 'write a value behind the colon, or remove the line';
}

function textAdvice(key: string, value: string, inList: boolean): string | undefined {
  if (lists.has(key) && !inList) {
    if (key === 'comments' || key === 'links') return `write ${key} as a list: a line with - for each`;
    const items = value.split(/[\s,;]+/).filter((item) => item !== '');
    return `write ${key}: [${items.map((item) => (key === 'aliases' ? item : asTag(item))).join(', ')}]`;
  }
  const bare = /^[“„”‘‚’«](.*)[“”‘’»]$/.exec(value)?.[1];
  if (bare !== undefined && !inList) return `write ${key}: ${bare}, without the quotation marks`;
  if (key === 'author') return `write author: {name: ${JSON.stringify(value)}}, or a handle in lower case`;
  if ((key === 'tags' || key === 'synonyms') && /\s-\s/.test(value))
    return 'write each on a line of its own, and let all their hyphens begin in the same column';
  if (key === 'tags' || key === 'synonyms') return asTag(value) === '' ? undefined : `write ${asTag(value)}`;
  if ((key === 'accepted' || key === 'duplicateOf') && /\.md$|\//.test(value)) {
    const id = value
      .replace(/\/+$/, '')
      .replace(/\/question\.md$/, '')
      .replace(/^.*\//, '')
      .replace(/\.md$/, '');
    return `write ${key === 'accepted' ? 'the name of the file without .md' : 'the name of the folder'}: ${id}`;
  }
  if (key === 'votes')
    return /^[+-]?\d+$/.test(value)
      ? `write votes: ${Number(value)}, without quotes`
      : 'write it in digits, such as votes: 12, or remove the line';
  if (key === 'title' && value.length > 300) return 'say it in fewer words; the rest belongs into the text';
  if (key === 'lang') return languageAdvice(value);
  if (key === 'aliases') {
    const path = URL.parse(value)?.pathname.replace(/^\/+/, '');
    return path ? `write ${path}` : undefined;
  }
  if (key === 'closedReason') return 'add status: closed, or remove the line';
  if (key === 'license')
    return /^cc\b/i.test(value) ? `write ${value.trim().toUpperCase().replace(/\s+/g, '-')}` : undefined;
  if (key === 'source') {
    const host = URL.parse(value)?.hostname;
    return host ? `write source: {site: ${host}, url: ${value}}` : `write source: {site: ${JSON.stringify(value)}}`;
  }
  if (key === 'status') return `write status: ${/^(?:close|solve|lock|done)/i.test(value) ? 'closed' : 'open'}`;
  if (key === 'url' && /^[\w-]+(?:\.[\w-]+)+/.test(value)) return `write https://${value}`;
  return undefined;
}

function asTag(text: string): string {
  return visiblePart(foldName(text.trim()))
    .replace(/^#(?=.)/, '')
    .replace(/[\s_/]+/g, '-')
    .replace(/[^\p{L}\p{M}\p{Nd}.+#-]/gu, '')
    .slice(0, 35);
}

const languages = 'ar cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv tr uk vi zh'.split(' ');

/** The code of a language by its name in English or in itself. */
function languageAdvice(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const code = languages.find((language) =>
    ['en', language].some(
      (locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(language)?.toLowerCase() === wanted,
    ),
  );
  return code === undefined ? undefined : `write lang: ${code}`;
}
