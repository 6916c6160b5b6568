import { availableParallelism } from 'node:os';
import { writeFileSync } from 'node:fs';
import { loadSettings } from '../src/build/settings.ts';
import { checkLinks } from '../src/contribute/check-links/check-links.ts';
import { externalLinks } from '../src/contribute/check-links/external-links.ts';
import { linksReport } from '../src/contribute/check-links/links-report.ts';
import { isPublic } from '../src/contribute/check-links/public-address.ts';
import { readArguments, run, wholeNumber } from './cli/command.ts';
import { progressBar } from './cli/progress-bar.ts';

const help = `
Checks the external links of the archive: whether the pages are still there. It asks one server one thing at a time, with a second between.

  npm run check-links [-- OPTIONS]

  --out FILE      write the broken links to a file, as Markdown (default: print them)
  --max N         links to check at most (default: 2000); of more, each run checks the part that its week stands for
  --content DIR   content folder (default: content)
  --config FILE   configuration (default: responsa.config.ts)

Exit code: 0 whatever it finds, 1 if it could not run, 2 wrong usage.
`;

const options = {
  out: { type: 'string' },
  max: { type: 'string' },
  content: { type: 'string' },
  config: { type: 'string' },
} as const;

const week = 7 * 24 * 3600 * 1000;

await run(async () => {
  const { values } = readArguments({ options }, help);
  const max = wholeNumber('max', values.max ?? '2000', 1, 1_000_000);
  const settings = await loadSettings({ content: values.content, config: values.config });
  const all = await externalLinks({ ...settings, jobs: availableParallelism() });
  const parts = Math.max(1, Math.ceil(all.length / max));
  const part = Math.floor(Date.now() / week) % parts;
  const links = all.filter((_, index) => index % parts === part);
  const progress = progressBar();
  const checked = await checkLinks(links, {
    jobs: 8,
    pause: 1000,
    timeout: 20_000,
    allows: isPublic,
    onProgress: (done, total) => {
      progress.draw('links', done, total);
    },
  });
  progress.clear();
  const report = linksReport(checked);
  if (values.out !== undefined) writeFileSync(values.out, report);
  else if (report !== '') console.log(report);
  const broken = checked.filter(({ state }) => state === 'broken').length;
  console.error(`${checked.length} of ${all.length} links checked, ${broken} broken`);
  return 0;
});
