import { join } from 'node:path';
import { folderNames } from '../archive/folder-names.ts';
import { parseQuestion } from '../archive/parse-post.ts';
import { readSourceFile } from '../archive/source-file.ts';
import type { TagName } from '../core/ids.ts';
import type { Limits } from '../core/schema/config.ts';
import { createSimilarIndex, type Comparable, type SimilarIndex } from '../core/similar.ts';

/** A question of the archive, to compare others with. */
export type KnownQuestion = Comparable & { slug: string; tags: TagName[] };

/** A question that asks much the same. */
export type SimilarQuestion = { slug: string; title: string; /** From 0 to 1. */ likeness: number };

/** Reads the questions of an archive and nothing else; those that have errors are left out. */
export function readQuestions(contentDir: string, limits: Limits): KnownQuestion[] {
  return folderNames(join(contentDir, 'threads')).flatMap((slug): KnownQuestion[] => {
    const source = readSourceFile(join(contentDir, 'threads', slug, 'question.md'), slug);
    if ('rule' in source) return [];
    const question = parseQuestion(source, limits);
    if (Array.isArray(question)) return [];
    const { title, tags } = question.frontmatter;
    return [{ slug, title, tags, question: question.body }];
  });
}

/** Indexes questions, to find those that are like another. */
export function indexQuestions(known: readonly KnownQuestion[]): SimilarIndex<KnownQuestion> {
  return createSimilarIndex(known);
}

/**
 * The questions most like one, nearest first.
 * @param slug of the question itself, if it is one of them
 * @param least likeness, from 0 to 1: below it only common words are the same
 */
export function similarQuestions(
  index: SimilarIndex<KnownQuestion>,
  question: Comparable & { slug?: string },
  { count, least }: { count: number; least: number },
): SimilarQuestion[] {
  return index
    .find(question, count + 1)
    .filter(({ thread, likeness }) => thread.slug !== question.slug && likeness >= least)
    .slice(0, count)
    .map(({ thread: { slug, title }, likeness }) => ({ slug, title, likeness }));
}
