import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../.responsa/browser');

/**
 * Unpacks the Chromium that an npm package carries, with the libraries and fonts that it needs, so that tests run where no
 * browser and none of its libraries are installed. It is unpacked once, in a folder of this project: the package's own place for
 * it, the folder for temporary files, is shared with other users and other runs.
 * @returns the program, and the environment to start it in
 */
export async function packedChromium(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  if (!existsSync(folder)) await unpack();
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  };
}

async function unpack(): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const before = { ...process.env };
  try {
    // The package unpacks into the folder for temporary files, and its libraries only where it believes to be on Lambda.
    process.env['TMPDIR'] = fresh;
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
    const { default: sparticuz } = await import('@sparticuz/chromium');
    await sparticuz.executablePath();
    const fonts = `<fontconfig><dir>${join(folder, 'fonts', 'fonts')}</dir><cachedir>${join(folder, 'fonts', 'cache')}</cachedir></fontconfig>`;
    writeFileSync(
      join(fresh, 'fonts', 'fonts.conf'),
      `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n${fonts}\n`,
    );
    if (!existsSync(folder)) renameSync(fresh, folder);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
    rmSync(fresh, { recursive: true, force: true });
  }
}
