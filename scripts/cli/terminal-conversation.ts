import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import type { Conversation } from '../../src/contribute/new/dialog.ts';
import { Left } from './command.ts';

type Streams = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream; terminal?: boolean };

/**
 * Talks with the person at the terminal. End it, or the process waits for more. Whoever presses Ctrl+C or ends the input has left: what was
 * asked is rejected with `Left`.
 * @param leaving what the person is told then
 */
export function terminalConversation(
  leaving: string,
  streams: Streams = { input: process.stdin, output: process.stderr },
): Required<Conversation> & { end: () => void } {
  const lines = createInterface(streams);
  let exitCode = 1;
  lines.once('SIGINT', () => {
    exitCode = 130;
    lines.close();
  });
  const left = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      streams.output.write('\n');
      reject(new Left(leaving, exitCode));
    });
  });
  left.catch(() => undefined);
  return {
    ask: async (question, proposed) => {
      const hint = proposed ? styleText('dim', ` [${proposed}]`, { stream: process.stderr }) : '';
      for (;;) {
        const answer = (await Promise.race([left, lines.question(`${question}${hint}: `)])).trim();
        if (answer !== '' || proposed !== undefined) return answer === '' ? (proposed ?? '') : answer;
      }
    },
    say: (text) => {
      streams.output.write(`${text}\n`);
    },
    end: () => {
      lines.removeAllListeners('close');
      lines.close();
    },
  };
}
