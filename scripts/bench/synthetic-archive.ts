import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomNumbers } from './random-numbers.ts';

const syllables =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu'.split(
    ' ',
  );

/**
 * Writes threads that resemble real ones in size and shape (about 1 KB a post, 2.9 posts a thread, words as frequent as Zipf's
 * law has them; code, lists, tables, formulas, comments, links), the same ones at every call.
 */
export function writeSyntheticArchive(contentDir: string, count: number): void {
  const random = randomNumbers(20_260_101);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
  const vocabulary = Array.from({ length: 20_000 + count }, () =>
    Array.from({ length: 2 + whole(3) }, () => pick(syllables)).join(''),
  );
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'ba';
  const sentence = (length: number) => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 3 + whole(4) }, () => sentence(6 + whole(10))).join(' ');
  const tags = Array.from({ length: 30 + Math.floor(count / 50) }, () => `${word()}-${word()}`.slice(0, 35));
  const authors = Array.from({ length: 10 + Math.floor(count / 4) }, (_, index) => `${word()}-${index}`);
  const day = () =>
    `20${String(10 + whole(16))}-${String(1 + whole(12)).padStart(2, '0')}-${String(1 + whole(28)).padStart(2, '0')}`;
  const extra = [
    () =>
      `\`\`\`js\nconst ${word()} = (${word()}) => {\n  return ${word()}.map((${word()}) => ${whole(99)}); // ${word()}\n};\n\`\`\``,
    () => Array.from({ length: 3 + whole(3) }, () => `- **${word()}**: ${sentence(8)}`).join('\n'),
    () => `| ${word()} | ${word()} |\n| --- | --- |\n| ${whole(9)} | \`${word()}\` |\n| ${whole(9)} | ${word()} |`,
    () => `The sum is $\\sum_{i=0}^{${whole(99)}} x_i^2$ in all.`,
    () => `> ${sentence(14)}`,
    () => `See [${word()}](https://example.org/${word()}) and *${word()}*.`,
  ];
  const body = () =>
    `${[paragraph(), pick(extra)(), paragraph(), ...(random() < 0.5 ? [pick(extra)()] : [])].join('\n\n')}\n`;
  const front = (lines: string[]) => `---\n${lines.join('\n')}\n---\n`;
  const comments = () =>
    random() < 0.4 ? [`comments:\n  - {author: ${pick(authors)}, date: ${day()}, text: "${sentence(9)}"}`] : [];
  const facts = () => [`author: ${pick(authors)}`, `votes: ${Math.floor(30 * random() ** 4) - 1}`, `date: ${day()}`];

  for (let index = 0; index < count; index++) {
    const folder = join(contentDir, 'threads', `${word()}-${word()}-${index}`);
    mkdirSync(join(folder, 'answers'), { recursive: true });
    const answers = random() < 0.1 ? 0 : 1 + whole(3) + (random() < 0.02 ? 10 : 0);
    const accepted = answers > 0 && random() < 0.5 ? ['accepted: answer-1'] : [];
    const threadTags = [...new Set([pick(tags), pick(tags), pick(tags)])].join(', ');
    const title = sentence(6 + whole(6)).replace('.', '?');
    writeFileSync(
      join(folder, 'question.md'),
      front([`title: ${title}`, ...facts(), `tags: [${threadTags}]`, ...accepted, ...comments()]) + body(),
    );
    for (let answer = 1; answer <= answers; answer++) {
      writeFileSync(join(folder, 'answers', `answer-${answer}.md`), front([...facts(), ...comments()]) + body());
    }
  }
}
