import type { Synonyms } from '../../core/tag-names.ts';
import type { ParsedQuestion } from '../parse-post.ts';
import { reporter } from './reporter.ts';

const report = reporter('tag-synonym', 'warning');

/** A synonym works, but files are easier to search when they use one name. */
export function tagSynonyms(question: ParsedQuestion, synonyms: Pick<Synonyms, 'get'>) {
  return question.frontmatter.tags.flatMap((tag, index) => {
    const canonical = synonyms.get(tag);
    return canonical
      ? [
          report(
            question.file,
            `the tag ${tag} is a synonym of ${canonical}`,
            `write ${canonical}`,
            question.placeOf(['tags', index]),
          ),
        ]
      : [];
  });
}
