import { z } from 'zod';

const actor = z.object({ login: z.string(), url: z.string().nullish(), name: z.string().nullish() }).nullish();

const written = {
  id: z.string().nullish(),
  databaseId: z.int().nullish(),
  url: z.string().nullish(),
  author: actor,
  createdAt: z.string().nullish(),
  lastEditedAt: z.string().nullish(),
  upvoteCount: z.int().nullish(),
  body: z.string().default(''),
};

const hideable = {
  isAnswer: z.boolean().nullish(),
  isMinimized: z.boolean().nullish(),
  minimizedReason: z.string().nullish(),
  deletedAt: z.string().nullish(),
};

const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ totalCount: z.int().nullish(), nodes: z.array(item.nullable()).default([]) });

export const githubReply = z.object({ ...written, ...hideable });
export type GithubReply = z.output<typeof githubReply>;

/** Replies are looked at one by one, so that a broken one does not take the comment with it. */
export const githubComment = z.object({ ...written, ...hideable, replies: listOf(z.unknown()).nullish() });
export type GithubComment = z.output<typeof githubComment>;

/** A discussion as the GraphQL interface gives it. See https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions. */
export const githubDiscussion = z.object({
  ...written,
  number: z.int(),
  title: z.string(),
  category: z.object({ name: z.string() }).nullish(),
  labels: listOf(z.object({ name: z.string() })).nullish(),
  answer: z.object({ id: z.string().nullish(), url: z.string().nullish(), databaseId: z.int().nullish() }).nullish(),
  closed: z.boolean().nullish(),
  stateReason: z.string().nullish(),
  comments: listOf(z.unknown()).default({ nodes: [] }),
});
export type GithubDiscussion = z.output<typeof githubDiscussion>;

/** A page of discussions as `gh api graphql` prints it. */
export const githubPage = z.object({
  data: z.object({ repository: z.object({ discussions: z.object({ nodes: z.array(z.unknown()) }) }) }),
});

/** What is printed for a single discussion, and what is printed when something went wrong. */
export const githubSingle = z.object({ data: z.object({ repository: z.object({ discussion: z.unknown() }) }) });
export const githubErrors = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });
