import { createFormulaRepair, type FormulaRepair } from './formula-repair.ts';
import { createHtmlToMarkdown } from './html-to-markdown.ts';
import {
  SourceError,
  type ImportedAnswer,
  type ImportedByline,
  type ImportedComment,
  type ImportedItem,
  type ImportedPost,
  type ImportedThread,
  type Platform,
  type PlatformContext,
} from './model.ts';
import type { Report } from './report.ts';
import { fromStackExchange } from './stackexchange/dialect.ts';
import { Dump, type Attributes, type Post } from './stackexchange/dump.ts';
import { postOfUrl } from './stackexchange/post-of-url.ts';
import { openDump } from './stackexchange/unpack.ts';
import { licenseOf, siteOf, toCloseReason, toDate, toLicense, toTags } from './stackexchange/values.ts';

const help = `SOURCE is a Stack Exchange data dump of one site: the folder that Posts.xml is in, or the .7z as it is downloaded from
https://archive.org/details/stackexchange or from "Settings > Data dump access" of a profile.

  - Posts.xml must be there. PostHistory.xml, Comments.xml, Users.xml, Tags.xml and PostLinks.xml are read if they are;
    Votes.xml and Badges.xml are not: votes are summed up in the posts.
  - A body is the newest Markdown of PostHistory.xml; without it, the HTML of Posts.xml is turned into Markdown.
  - Answers are called by their number, threads by their title; the old address questions/123 leads to the thread.
  - Dumps from before 2018 do not name licences: CC BY-SA 2.5, 3.0 or 4.0 is set by the date, as the site's terms say.
  - Tags without excerpt and wiki get no file; authors who wrote nothing that is imported get none.`;

/** A Stack Exchange data dump: https://meta.stackexchange.com/questions/2677 describes its files and columns. */
export const stackexchange: Platform = {
  name: 'stackexchange',
  summary: 'a Stack Exchange data dump: a folder of XML files, or a .7z',
  help,
  options: {
    site: 'host of the site, such as cooking.stackexchange.com; guessed from the name of the source if not given',
    math: 'yes or no: whether $…$ are formulas; found out from the posts if not given',
    retrieved: 'the day of the dump, such as 2024-04-01: votes are as of that day',
  },
  read,
  postOfUrl,
};

/** What all posts of one dump have in common. */
type Site = {
  host: string;
  math: boolean;
  retrieved: string | undefined;
  dump: Dump;
  report: Report;
  toMarkdown: (html: string) => string;
  /** Mends formulas; begins anew with each thread. */
  formulas: { repair: FormulaRepair };
};

async function* read(source: string, { report, options, progress }: PlatformContext): AsyncGenerator<ImportedItem> {
  const { site: givenSite, math: givenMath, retrieved } = options;
  if (givenMath !== undefined && givenMath !== 'yes' && givenMath !== 'no')
    throw new SourceError(`--math ${givenMath}: write yes or no`);
  const files = await openDump(source);
  const dump = new Dump(report);
  try {
    const host = givenSite ?? siteOf(files.name);
    if (givenSite === undefined)
      report.info('site-guessed', host, `taken from the name ${files.name}; give another with --site`);
    await dump.load(files, progress);
    const math = givenMath === undefined ? usesMath(dump) : givenMath === 'yes';
    report.info('math', host, math ? '$…$ are formulas (--math no if not)' : '$ is a dollar sign (--math yes if not)');
    const formulas: Site['formulas'] = { repair: (tex) => tex };
    const repair: FormulaRepair = (tex, display) => formulas.repair(tex, display);
    const toMarkdown = createHtmlToMarkdown({ base: `https://${host}/`, math, repair });
    const site: Site = { host, math, retrieved, dump, report, toMarkdown, formulas };
    reportOrphans(site);
    yield* threads(site, progress);
    yield* tags(site);
    yield* authors(site);
  } finally {
    dump.close();
    files.close();
  }
}

function* threads(site: Site, progress: PlatformContext['progress']): Generator<ImportedItem> {
  const total = site.dump.countQuestions();
  let done = 0;
  for (const post of site.dump.questions()) {
    yield { kind: 'thread', thread: threadOf(post, site) };
    progress(++done, total, 'converting');
  }
}

function threadOf(post: Post, site: Site): ImportedThread {
  const { dump, report } = site;
  const { Title, Tags, AcceptedAnswerId, ClosedDate } = post.attributes;
  const externalId = String(post.id);
  site.formulas.repair = createFormulaRepair((kind, tex) => report.changed(kind, externalId, tex));
  const event = dump.closeEvent(post.id);
  const originals = [
    ...new Set([...dump.duplicates(post.id), ...(ClosedDate === undefined ? [] : (event?.originals ?? []))]),
  ];
  const [duplicateOf, ...others] = originals.filter((id) => id !== externalId);
  if (others.length > 0) {
    report.changed(
      'several-originals',
      externalId,
      `is a duplicate of ${originals.join(', ')}; only the first is kept`,
    );
  }
  const reason = toCloseReason(event?.reason) ?? (duplicateOf === undefined ? undefined : 'Duplicate');
  if (ClosedDate !== undefined && reason === undefined) {
    report.changed('no-close-reason', externalId, 'is closed, and the dump does not say why');
  }
  return {
    externalId,
    title: Title ?? '',
    question: postOf(post, `https://${site.host}/questions/${post.id}`, site),
    answers: dump
      .answers(post.id)
      .map((answer): ImportedAnswer => postOf(answer, `https://${site.host}/a/${answer.id}`, site)),
    ...(AcceptedAnswerId === undefined ? {} : { acceptedId: AcceptedAnswerId }),
    tags: toTags(Tags),
    status: ClosedDate === undefined ? 'open' : 'closed',
    ...(ClosedDate === undefined || reason === undefined ? {} : { closedReason: reason }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    aliases: [`questions/${post.id}`],
  };
}

function postOf(post: Post, url: string, site: Site): ImportedPost {
  const { attributes, id } = post;
  const externalId = String(id);
  const date = toDate(attributes['CreationDate']);
  const edited = toDate(attributes['LastEditDate']);
  return {
    externalId,
    author: bylineOf(attributes['OwnerUserId'], attributes['OwnerDisplayName'], site),
    votes: Number(attributes['Score'] ?? 0),
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined ? {} : { edited }),
    ...licenseIn(attributes, date, externalId, site),
    source: {
      site: site.host,
      url,
      id: externalId,
      ...(site.retrieved === undefined ? {} : { retrieved: site.retrieved }),
    },
    body: bodyOf(post, site),
    comments: site.dump
      .comments(id)
      .map((comment) => commentOf(comment.id, comment.attributes, site))
      .sort((a, b) => compare(a.date ?? '', b.date ?? '')),
  };
}

/** The newest Markdown, else the HTML as Markdown. */
function bodyOf({ id, attributes }: Post, site: Site): string {
  const typed = site.dump.markdown(id);
  if (typed !== undefined) return adapted(typed, String(id), site, attributes['Body']);
  const html = attributes['Body'] ?? '';
  try {
    return site.toMarkdown(html);
  } catch (error) {
    site.report.problem(
      'not-converted',
      String(id),
      `the HTML cannot be turned into Markdown (${error instanceof Error ? error.message : String(error)}); it is kept as code`,
    );
    return `\`\`\`\`html\n${html}\n\`\`\`\``;
  }
}

function commentOf(
  id: number,
  { Text, UserId, UserDisplayName, CreationDate, Score }: Attributes,
  site: Site,
): ImportedComment {
  const date = toDate(CreationDate);
  return {
    externalId: String(id),
    author: bylineOf(UserId, UserDisplayName, site),
    ...(date === undefined ? {} : { date }),
    votes: Number(Score ?? 0),
    text: adapted(Text ?? '', `comment ${id}`, site),
  };
}

function adapted(markdown: string, id: string, { host, math, report, formulas }: Site, html?: string): string {
  const { markdown: text, changes } = fromStackExchange(markdown, {
    site: host,
    math,
    repair: formulas.repair,
    ...(html === undefined ? {} : { html }),
  });
  for (const change of changes) report.changed(change, id, changeWords[change]);
  return text;
}

const changeWords = {
  'code-language': 'the language of code, in a comment above it, is now on its fence',
  formula: 'a formula over several lines, or one without signs around it, is now between lines of $$, or on one line',
  'dollar-sign': 'dollar signs that would read as a formula are escaped',
  'tag-link': '[tag:…] is now a link',
  'snippet-comment': 'the comments around a snippet are gone',
  heading: 'a heading without a blank behind its # has one now',
  'html-block': 'a blank line parts a comment or a rule in HTML from the text below it',
  'bare-address': 'a bare address is now a link with the title that the site showed, or none where the site made none',
} as const;

function bylineOf(userId: string | undefined, displayName: string | undefined, { dump, host }: Site): ImportedByline {
  if (userId !== undefined && /^-?\d+$/.test(userId)) {
    if (dump.user(Number(userId))) return { externalId: userId };
    if (displayName === undefined) return {};
    return { name: displayName, url: `https://${host}/users/${userId}` };
  }
  return displayName === undefined ? {} : { name: displayName };
}

function licenseIn(
  attributes: Attributes,
  date: string | undefined,
  id: string,
  { report }: Site,
): { license?: string } {
  const named = attributes['ContentLicense'];
  if (named !== undefined) {
    const license = toLicense(named);
    if (license !== undefined) return { license };
    report.changed('licence-unknown', id, `${JSON.stringify(named)} is not the name of a licence`);
  }
  return date === undefined ? {} : { license: licenseOf(date) };
}

function* tags(site: Site): Generator<ImportedItem> {
  for (const { name, attributes } of site.dump.tags()) {
    const text = (column: string) => {
      const post = attributes[column] === undefined ? undefined : site.dump.post(Number(attributes[column]));
      return post ? bodyOf(post, site) : '';
    };
    yield { kind: 'tag', tag: { name, description: text('ExcerptPostId'), synonyms: [], body: text('WikiPostId') } };
  }
}

function* authors({ dump, host, toMarkdown }: Site): Generator<ImportedItem> {
  for (const { id, attributes } of dump.users()) {
    const { DisplayName, WebsiteUrl, AboutMe } = attributes;
    const url = `https://${host}/users/${id}`;
    const website =
      WebsiteUrl !== undefined && /^https?:\/\/\S+$/.test(WebsiteUrl) && URL.canParse(WebsiteUrl)
        ? [{ title: 'Website', url: WebsiteUrl }]
        : [];
    yield {
      kind: 'author',
      author: {
        externalId: id,
        name: DisplayName ?? '',
        url,
        links: website,
        body: AboutMe === undefined ? '' : toMarkdown(AboutMe),
      },
    };
  }
}

function reportOrphans({ dump, report }: Site): void {
  for (const { what, id, parent, line } of dump.orphans()) {
    const place = `${what === 'answers' ? 'Posts' : 'Comments'}.xml:${line}`;
    if (what === 'answers')
      report.problem(
        'orphan',
        place,
        `answer ${id} belongs to question ${parent}, which is not in the dump; it is left out`,
        what,
      );
    else
      report.problem(
        'orphan',
        place,
        `comment ${id} belongs to post ${parent}, which is not imported; it is left out`,
        what,
      );
  }
  for (const { type, count } of dump.otherPosts()) {
    report.info(
      'other-posts',
      `type ${type}`,
      `${count} posts that are neither question, answer nor text of a tag are left out`,
    );
  }
  const mentions = dump.countMentions();
  if (mentions > 0)
    report.info(
      'mentions',
      'PostLinks.xml',
      `${mentions} links of type 1 are not copied: they are found again from the links in the texts`,
    );
}

/** Whether enough questions have something in them that only a formula has. */
function usesMath(dump: Dump): boolean {
  let seen = 0;
  let found = 0;
  for (const { attributes } of dump.questions()) {
    if (/\$[^$\n]{0,300}(?:\\[a-zA-Z]|[\^_{])[^$\n]{0,300}\$/.test(attributes['Body'] ?? '')) found++;
    if (++seen === 1000) break;
  }
  return found > seen * 0.02;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
