import { SourceError, type ImportedItem, type Platform, type PlatformContext } from './model.ts';
import { reportOrphans, usesMath } from './stackexchange/check-dump.ts';
import { Dump } from './stackexchange/dump.ts';
import type { ThreadRows } from './stackexchange/dump-rows.ts';
import { stackexchangeHelp } from './stackexchange/help.ts';
import { postOfUrl } from './stackexchange/post-of-url.ts';
import type { Site } from './stackexchange/site.ts';
import { TextPool, type WithTexts } from './stackexchange/text-pool.ts';
import { textsOf, threadOf } from './stackexchange/threads.ts';
import { openDump, type OpenDump } from './stackexchange/unpack.ts';
import { stepTimes, type DumpSize } from './stackexchange/step-times.ts';
import { siteOf } from './stackexchange/values.ts';
import { authors, tags } from './stackexchange/wikis.ts';

/** From so many questions on it is worth to start workers. */
const manyQuestions = 300;

/** A Stack Exchange data dump: https://meta.stackexchange.com/questions/2677 describes its files and columns. */
export const stackexchange: Platform = {
  name: 'stackexchange',
  summary: 'a Stack Exchange data dump: a folder of XML files, or a .7z',
  help: stackexchangeHelp,
  options: {
    site: 'host of the site, such as cooking.stackexchange.com; guessed from the name of the source if not given',
    math: 'yes or no: whether $…$ are formulas; found out from the posts if not given',
    retrieved: 'the day of the dump, such as 2024-04-01: votes are as of that day',
  },
  read,
  postOfUrl,
  postAddress: /\/(?:questions|q|a)\/\d/i,
};

async function* read(source: string, context: PlatformContext): AsyncGenerator<ImportedItem> {
  const { report, options, plan, progress, jobs } = context;
  const { site: givenSite, math: givenMath, retrieved } = options;
  if (givenMath !== undefined && givenMath !== 'yes' && givenMath !== 'no')
    throw new SourceError(`--math ${givenMath}: write yes or no`);
  const files = await openDump(source);
  const dump = new Dump(report);
  try {
    const host = givenSite ?? siteOf(files.name);
    if (givenSite === undefined)
      report.info('site-guessed', host, `taken from the name ${files.name}; give another with --site`);
    plan(stepTimes(sizeOf(files), jobs));
    await dump.load(files.files, progress);
    const math = givenMath === undefined ? usesMath(dump) : givenMath === 'yes';
    report.info('math', host, math ? '$…$ are formulas (--math no if not)' : '$ is a dollar sign (--math yes if not)');
    reportOrphans(dump, report);
    const site: Site = { host, retrieved, dump, report };
    let converted = 0;
    const onConverted = (characters: number) => progress((converted += characters), dump.textLength, 'converting');
    const pool = new TextPool({ host, math }, dump.countQuestions() < manyQuestions ? 1 : jobs, report, onConverted);
    try {
      yield* threads(site, pool);
      yield* tags(site, pool);
      yield* authors(site, pool);
    } finally {
      await pool.close();
    }
  } finally {
    dump.close();
    files.close();
  }
}

async function* threads(site: Site, pool: TextPool): AsyncGenerator<ImportedItem> {
  for await (const { thing, textOf } of pool.convert(withTexts(site.dump))) {
    yield { kind: 'thread', thread: threadOf(thing, site, textOf) };
  }
}

function sizeOf({ files }: OpenDump): DumpSize {
  const bytesOf = (name?: string) =>
    files.reduce((sum, { file, bytes }) => sum + (name === undefined || file === name ? bytes : 0), 0);
  return { all: bytesOf(), posts: bytesOf('Posts'), hasHistory: bytesOf('PostHistory') > 0 };
}

function* withTexts(dump: Dump): Generator<WithTexts<ThreadRows>> {
  for (const thing of dump.threads()) yield { thing, id: String(thing.question.id), texts: textsOf(thing) };
}
