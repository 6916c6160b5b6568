import { germanGuide } from './guides/de.ts';
import { englishGuide } from './guides/en.ts';
import { spanishGuide } from './guides/es.ts';
import { frenchGuide } from './guides/fr.ts';
import type { GuideWords } from './guides/guide.ts';
import { russianGuide } from './guides/ru.ts';

/** What `npm run new` writes, which speaks English. */
export const newFileGuide = {
  guideQuestion:
    'Write your question in Markdown below this comment: what you tried, what happened, what you expected.',
  guideAnswer: 'Write your answer in Markdown below this comment: first what to do, then why it works.',
  guideNotShown: englishGuide.guideNotShown,
} satisfies GuideWords;

/** Every guide that a file can have come with. */
export const guideWords: readonly GuideWords[] = [
  englishGuide,
  germanGuide,
  spanishGuide,
  frenchGuide,
  russianGuide,
  newFileGuide,
];
