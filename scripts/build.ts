import { buildOptions, buildWithFlags } from './cli/build-command.ts';
import { readArguments, run } from './cli/command.ts';

const help = `
Builds the site with its search index.

  npm run build [-- OPTIONS]

  --content DIR   content folder (default: content)
  --out DIR       folder for the site; replaced whole once the new site is ready (default: dist)
  --base PATH     path that the site is served under, such as /archive/ (default: the configuration's)
  --config FILE   configuration (default: responsa.config.ts)
  --jobs N        how much is done side by side (default: the number of processors)

Exit code: 0 built, 1 the content has errors or the build failed (the old site stays), 2 wrong usage.
`;

await run(async () => {
  const { values } = readArguments({ options: buildOptions }, help);
  return (await buildWithFlags(values)) ? 0 : 1;
});
