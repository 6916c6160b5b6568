import { describe, expect, test } from 'vitest';
import { isGuide, textInGuide } from '../../../../src/core/contribute/guide-text.ts';
import { guideWords } from '../../../../src/core/contribute/guide-words.ts';
import { guideComment } from '../../../../src/core/contribute/new-post.ts';
import { languages } from '../../../../src/i18n/words.ts';

const comments = guideWords.flatMap(({ guideAnswer, guideQuestion, guideNotShown }) =>
  [guideAnswer, guideQuestion].map((guide) => guideComment(`${guide}\n${guideNotShown}`).trim()),
);

describe.each(comments)('%s', (comment) => {
  test('is a guide as it came, however its lines are wrapped', () => {
    for (const same of [comment, comment.replaceAll(' ', '\r\n'), comment.replace(/\n.*\n-->/, '\n-->')]) {
      expect(isGuide(same)).toBe(true);
      expect(textInGuide(same)).toBe(undefined);
    }
  });

  test('is none with a word more', () => {
    const altered = comment.replace('-->', '\n  Text.\n-->');
    expect(isGuide(altered)).toBe(false);
    expect(altered.slice(textInGuide(altered))).toBe('Text.\n-->');
  });
});

test('the guides are those of every language of the site', () => {
  const known = guideWords.map(({ guideAnswer }) => guideAnswer);
  for (const { guideAnswer } of Object.values(languages)) expect(known).toContain(guideAnswer);
});

test.each(['<!-- a guide: x -->', '<!-- x -->'])('%s is no guide, and nobody wrote into one', (comment) => {
  expect(isGuide(comment)).toBe(false);
  expect(textInGuide(comment)).toBe(undefined);
});
