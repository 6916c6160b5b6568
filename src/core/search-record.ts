/**
 * What the search index keeps of a post beside its text, so that a hit can be shown without loading the thread. It travels as the
 * title of the post's anchor, the one place of Pagefind's fragments that is not searched: as metadata, every number would be a word.
 */
export type PostRecord = {
  /** Their name; empty if nobody signed. */
  author: string;
  votes: number;
  date?: string;
  /** Only on an answer that was accepted. */
  accepted?: true;
};

/** The record of a question: the first anchor of its thread. */
export type QuestionRecord = PostRecord & {
  answerCount: number;
  hasAccepted: boolean;
};

/** The id of the question's anchor in the index: the id of no answer begins so. */
export const questionAnchor = '_question';

export function encodeRecord(record: PostRecord | QuestionRecord): string {
  return JSON.stringify(record);
}

/** Reads a record. Total: from a text that is none, it makes a record that says nothing. */
export function decodeRecord(text: string | undefined): QuestionRecord {
  const fields = parseObject(text);
  const { author, votes, date, answerCount } = fields;
  return {
    author: typeof author === 'string' ? author : '',
    votes: typeof votes === 'number' ? votes : 0,
    ...(typeof date === 'string' ? { date } : {}),
    ...(fields['accepted'] === true ? { accepted: true } : {}),
    answerCount: typeof answerCount === 'number' ? answerCount : 0,
    hasAccepted: fields['hasAccepted'] === true,
  };
}

function parseObject(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
