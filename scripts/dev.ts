import { resolve } from 'node:path';
import { flagsAsEnvironment, settingsWithFlags } from './cli/build-command.ts';
import { readArguments, run, wholeNumber } from './cli/command.ts';

const help = `
Serves the site while you write: pages reload when a thread, an author, a tag or a picture changes.

  npm run dev [-- OPTIONS]

  --port N        port to listen on (default: 4321, or the next that is free)
  --host NAME     name or address to listen on (default: localhost)
  --content DIR   content folder (default: content)
  --base PATH     path that the site is served under, such as /archive/
  --config FILE   configuration (default: responsa.config.ts)

Search shows what the last npm run build indexed. Ends with Ctrl+C.
`;

await run(async () => {
  const options = {
    content: { type: 'string' },
    config: { type: 'string' },
    base: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
  } as const;
  const { values } = readArguments({ options }, help);
  // Mistakes in the configuration are better said here than from inside Astro.
  await settingsWithFlags(values);
  Object.assign(process.env, flagsAsEnvironment(values), { ASTRO_TELEMETRY_DISABLED: '1' });
  const { dev } = await import('astro');
  await dev({
    root: resolve(import.meta.dirname, '..'),
    server: {
      port: values.port === undefined ? 4321 : wholeNumber('port', values.port, 0, 65_535),
      host: values.host ?? false,
    },
  });
  return 0;
});
