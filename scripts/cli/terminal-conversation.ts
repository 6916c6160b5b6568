import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import type { Conversation } from '../../src/contribute/new/dialog.ts';

/** Talks with the person at the terminal. End it, or the process waits for more. */
export function terminalConversation(): Required<Conversation> & { end: () => void } {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and the end of the input leave no question open.
  const left = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      reject(new Error('Nothing was written.'));
    });
  });
  left.catch(() => undefined);
  return {
    ask: async (question, proposed) => {
      const hint = proposed ? styleText('dim', ` [${proposed}]`, { stream: process.stderr }) : '';
      for (;;) {
        const answer = (await Promise.race([lines.question(`${question}${hint}: `), left])).trim();
        if (answer !== '' || proposed !== undefined) return answer === '' ? (proposed ?? '') : answer;
      }
    },
    say: (text) => {
      console.error(text);
    },
    end: () => {
      lines.close();
    },
  };
}
