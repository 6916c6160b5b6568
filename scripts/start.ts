import { serve } from '../src/build/serve.ts';
import { buildOptions, buildWithFlags } from './cli/build-command.ts';
import { readArguments, run, wholeNumber } from './cli/command.ts';

const help = `
Validates the content, builds the site with its search index, and serves it.

  npm start [-- OPTIONS]

  --port N        port to listen on (default: 4321, or the next that is free)
  --host NAME     name or address to listen on (default: localhost; 0.0.0.0 for all networks)
  --content DIR   content folder (default: content)
  --out DIR       folder for the site (default: dist)
  --base PATH     path that the site is served under, such as /archive/
  --config FILE   configuration (default: responsa.config.ts)
  --jobs N        how much is done side by side (default: the number of processors)

Ends with Ctrl+C. Exit code 1 if the content has errors or the build failed, 2 wrong usage.
`;

const portsToTry = 20;

await run(async () => {
  const options = { ...buildOptions, port: { type: 'string' }, host: { type: 'string' } } as const;
  const { values } = readArguments({ options }, help);
  const asked = values.port === undefined ? undefined : wholeNumber('port', values.port, 0, 65_535);
  const built = await buildWithFlags(values);
  if (!built) return 1;
  const host = values.host ?? 'localhost';
  for (let port = asked ?? 4321; ; port++) {
    try {
      const server = await serve({ dir: built.outDir, base: built.base, port, host });
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      console.log(`\n  http://${host}:${actual}${built.base}\n\n  Ctrl+C ends it.`);
      return 0;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
      if (asked !== undefined)
        throw new Error(`Port ${asked} is in use: give another one with --port N.`, { cause: error });
      if (port >= 4321 + portsToTry)
        throw new Error('No port from 4321 on is free: give one with --port N.', { cause: error });
    }
  }
});
