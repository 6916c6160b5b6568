/** What the reader is told about a query, beside the box. */
export type Hint = {
  kind:
    | 'renamed'
    | 'unknownOperator'
    | 'unknownValue'
    | 'noValue'
    | 'badNumber'
    | 'badDate'
    | 'reversed'
    | 'exactNumber'
    | 'unclosedQuote'
    | 'notATag'
    | 'noWord'
    | 'neverBoth'
    | 'unknownTag'
    | 'unknownUser'
    | 'unknownThread'
    | 'unknownLang'
    | 'unknownLicense';
  /** The stretch of the query that it is about: from its first to behind its last UTF-16 unit. */
  from: number;
  to: number;
  /** That stretch. */
  what: string;
  /** What to write instead of it, if that can be known. */
  instead?: string;
  /** What can be written there, if that is a short list. */
  allowed?: readonly string[];
};

/** The query with the stretch replaced by what the hint suggests. */
export function mended(query: string, { from, to, instead = '' }: Hint): string {
  return query.slice(0, from) + instead + query.slice(to);
}
