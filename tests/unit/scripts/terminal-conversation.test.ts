import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { Left, run } from '../../../scripts/cli/command.ts';
import { terminalConversation } from '../../../scripts/cli/terminal-conversation.ts';

function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, talk: terminalConversation('Nothing was written.', { input, output, terminal: true }) };
}

test('an answer, and what is proposed for an empty one', async () => {
  const { input, output, talk } = terminal();
  const name = talk.ask('Who?');
  input.write('\r');
  await setImmediate();
  input.write('Ada\r');
  expect(await name).toBe('Ada');
  const other = talk.ask('Who else?', 'Bo');
  input.write('\r');
  expect(await other).toBe('Bo');
  talk.say('Thanks.');
  talk.end();
  expect(stripVTControlCharacters(String(output.read()))).toMatch(/Thanks\.\n$/);
});

test.each([
  ['Ctrl+C', (input: PassThrough) => input.write('\x03'), 130],
  ['Ctrl+D', (input: PassThrough) => input.write('\x04'), 1],
  ['the end of the input', (input: PassThrough) => input.end(), 1],
])('%s leaves: nothing is written, and that is no mistake of the program', async (_, leave, exitCode) => {
  const { input, talk } = terminal();
  const name = talk.ask('Who?');
  leave(input);
  await expect(name).rejects.toEqual(new Left('Nothing was written.', exitCode));
  await expect(name).rejects.toMatchObject({ exitCode });
});

test('a command that was left says so, without advice, and ends with the exit code', async () => {
  const [error, before] = [console.error, process.exitCode];
  const said: unknown[] = [];
  console.error = (text: unknown) => said.push(text);
  try {
    await run(() => Promise.reject(new Left('Nothing was written.', 130)));
    expect([said, process.exitCode]).toEqual([['Nothing was written.'], 130]);
  } finally {
    console.error = error;
    process.exitCode = before;
  }
});
