import { tagSchema } from '../core/schema/tag.ts';
import { cleanLine, cleanText, shorten } from './clean-text.ts';
import { toFile } from '../archive/write-frontmatter.ts';
import type { ImportedTag } from './model.ts';
import type { Report } from './report.ts';
import { rewriteLinks } from './rewrite-links.ts';
import { toTagName } from './tag-name.ts';
import type { Names } from './names.ts';
import type { OutputFile } from './output-file.ts';

/**
 * The file of a tag. One that has nothing to say but its name gets none: it is there by being used.
 * @param site the site that the tag is from, against which addresses in its wiki are read
 */
export function tagFile(
  name: string,
  tag: ImportedTag,
  site: string,
  names: Names,
  report: Report,
): OutputFile | undefined {
  const description = cleanLine(tag.description ?? '');
  const body = cleanText(tag.body).text;
  const synonyms = tag.synonyms.flatMap((synonym) => toTagName(synonym) ?? []);
  if (description === '' && body.trim() === '' && synonyms.length === 0 && tag.title === undefined) {
    report.leaveOutMany('tags', 'nothing-but-a-name', 1);
    return undefined;
  }
  if (description.length > 1000)
    report.changed('description-shortened', name, `the description has ${description.length} characters`);
  const frontmatter = {
    ...(tag.title === undefined ? {} : { title: shorten(cleanLine(tag.title), 100) }),
    ...(description === '' ? {} : { description: shorten(description, 1000) }),
    synonyms,
  };
  for (const { path, message } of tagSchema.safeParse(frontmatter).error?.issues ?? []) {
    report.problem('invalid', name, `${path.join('.')} ${message}; correct it in the file`);
  }
  const linked = rewriteLinks(body, (url) => {
    const post = names.postOfUrl(url, site);
    const place = post === undefined ? undefined : names.placeOf(post);
    const slug = place && names.slugOf(place.thread);
    if (!place || slug === undefined) return absolute(url, site);
    return `../threads/${slug}/${place.answer === undefined ? 'question.md' : `answers/${place.answer}.md`}`;
  });
  return { path: `tags/${name}.md`, text: toFile(frontmatter, linked) };
}

function absolute(url: string, site: string): string | undefined {
  const base = `https://${site}/`;
  return /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url) || !URL.canParse(url, base) ? undefined : new URL(url, base).href;
}
