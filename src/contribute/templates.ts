/** What a new answer begins with. The author is left to fill; votes and dates come with the review. */
export const answerTemplate = `---
author: # your handle, or {name: Ada L., url: https://…}, or anonymous
---

Your answer, in Markdown. Before you save: name the file after your answer, such as answers/use-a-suffix.md
`;

/** What a new question begins with. */
export const questionTemplate = `---
title:
author: # your handle, or {name: Ada L., url: https://…}, or anonymous
tags: []
---

Your question, in Markdown. Before you save: name the folder after your question, such as threads/why-is-it-slow/question.md
`;

/** What the description of a tag begins with. */
export const tagTemplate = `---
description:
---
`;
