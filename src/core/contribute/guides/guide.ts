/**
 * The words of the comment that a prefilled file explains itself with; one with other words counts as the post of somebody. A language is a file,
 * so that browsers load none that they do not show.
 */
export type GuideWords = { guideAnswer: string; guideQuestion: string; guideNotShown: string };
