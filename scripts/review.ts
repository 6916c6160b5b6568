import { availableParallelism } from 'node:os';
import { loadSettings } from '../src/build/settings.ts';
import { checkChange } from '../src/contribute/check-change.ts';
import { indexQuestions, readQuestions } from '../src/contribute/questions.ts';
import { reviewChange } from '../src/contribute/review/review.ts';
import { readArguments, run, UsageError, wholeNumber } from './cli/command.ts';

const help = `
Says what a pull request does, as Markdown that a person reads in a minute: new and changed posts with what differs in words, what is for
curators, what is wrong, questions that ask the same, new links and pictures.

  npm run review -- --base REV [OPTIONS]

  --base REV      the branch, tag or commit that it is to be merged into
  --head REV      the commit that the change ends at (default: what is on disk now); the content is read from the disk either way
  --actor HANDLE  the account on the forge that opened the pull request
  --content DIR   content folder (default: content)
  --config FILE   configuration (default: responsa.config.ts)
  --max N         characters that it may have (default: 65536, which forges take in a comment)

Nothing of the change is executed, and nothing that it says can be anything but text in the review.
Exit code: 0 whatever it finds (npm run validate -- --base REV judges), 1 if it cannot be read, 2 wrong usage.
`;

const options = {
  base: { type: 'string' },
  head: { type: 'string' },
  actor: { type: 'string' },
  content: { type: 'string' },
  config: { type: 'string' },
  max: { type: 'string' },
} as const;

await run(async () => {
  const { values } = readArguments({ options }, help);
  const { base, head, actor } = values;
  if (base === undefined) throw new UsageError('Say what the change is to be merged into: --base main');
  const largest = wholeNumber('max', values.max ?? '65536', 1_000, 10_000_000);
  const settings = await loadSettings({ content: values.content, config: values.config });
  const { config, contentDir } = settings;
  const checked = await checkChange({
    ...settings,
    jobs: availableParallelism(),
    base,
    ...(head === undefined ? {} : { head }),
    ...(actor === undefined ? {} : { actor }),
  });
  const review = reviewChange(checked, {
    config,
    ...(actor === undefined ? {} : { actor }),
    questions: () => indexQuestions(readQuestions(contentDir, config.limits)),
    largest,
    today: new Date().toISOString().slice(0, 10),
  });
  process.stdout.write(review);
  return 0;
});
