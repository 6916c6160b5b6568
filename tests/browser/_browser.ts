import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { packedChromium } from './_packed-chromium.ts';

/** Where browsers are on machines that the packed Chromium does not run on. */
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
];

/** A Chromium without a window: the one `CHROME_PATH` names, else the one that is packed for Linux, else an installed one. */
export async function launchBrowser(flags: string[] = []): Promise<Browser> {
  const { executablePath, env } = await executable();
  return chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu', ...flags], headless: true });
}

async function executable(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return { executablePath: chosen, env: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return packedChromium();
  const found = installed.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('There is no Chrome or Chromium here: install one, or say where it is by CHROME_PATH.');
  }
  return { executablePath: found, env: process.env };
}
