import { threadContext } from '../../archive/load.ts';
import type { TagName } from '../../core/ids.ts';
import type { Config } from '../../core/schema/config.ts';
import { canonicalTags } from '../../core/tag-names.ts';
import { indexQuestions, readQuestions, similarQuestions } from '../questions.ts';
import type { KnownArchive } from './dialog.ts';

const mostSimilar = 5;
/** A title alone has few words, so less is enough to be worth a look. */
const leastLikeness = 0.15;

/** Reads of an archive what the dialog needs: its questions and its tags. */
export function knownArchive(options: { contentDir: string; contentName: string; config: Config }): KnownArchive {
  const { synonyms } = threadContext(options);
  const questions = readQuestions(options.contentDir, options.config.limits);
  const tagCounts = new Map<TagName, number>();
  for (const tag of questions.flatMap(({ tags }) => canonicalTags(tags, synonyms)))
    tagCounts.set(tag, (tagCounts.get(tag) ?? 0) + 1);
  const index = indexQuestions(questions);
  return {
    similar: (title) =>
      similarQuestions(index, { title, tags: [], question: '' }, { count: mostSimilar, least: leastLikeness }),
    tagCounts,
    synonyms,
  };
}
