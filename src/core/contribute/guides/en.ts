import type { GuideWords } from './guide.ts';

export const englishGuide = {
  guideAnswer:
    'Write your name behind author, above, and your answer in Markdown below this comment: first what to do, then why it works.\nName the file after what your answer says, such as use-a-lock.md: that becomes its address.',
  guideQuestion:
    'Write the question in one sentence behind title, your name behind author, what it is about behind tags, such as [python, web], and the whole question in Markdown below this comment.\nName the folder after the question, such as why-is-it-slow: that becomes its address.',
  guideNotShown: 'This comment is not published: leave it or remove it.',
} satisfies GuideWords;
