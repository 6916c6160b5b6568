/** Why a question was closed: the number of the reason or its words, and the questions that it asks again. */
export type CloseEvent = { reason: string | undefined; originals: string[] };

/** The questions that a closed one is a duplicate of, from the JSON in the text of its history. */
export function originalsOf(text: string | undefined): string[] {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    if (typeof data !== 'object' || data === null || !('OriginalQuestionIds' in data)) return [];
    return Array.isArray(data.OriginalQuestionIds) ? data.OriginalQuestionIds.map(String) : [];
  } catch {
    return [];
  }
}
