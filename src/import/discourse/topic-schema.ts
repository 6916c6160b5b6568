import { z } from 'zod';

/** A post as Discourse serves it; only what an archive can keep. See https://docs.discourse.org, "Get a single topic". */
export const discoursePost = z.object({
  id: z.int(),
  post_number: z.int(),
  /** 1 is a post, 2 an act of a moderator with a text, 3 a small action without one, 4 a whisper among the staff. */
  post_type: z.int().default(1),
  user_id: z.int().nullish(),
  username: z.string().nullish(),
  name: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  /** How often it was written, from 1. */
  version: z.int().default(1),
  /** HTML. */
  cooked: z.string().default(''),
  /** Markdown with BBCode, as it was typed; there only if it was asked for. */
  raw: z.string().nullish(),
  reply_to_post_number: z.int().nullish(),
  actions_summary: z.array(z.object({ id: z.int(), count: z.int().default(0) })).nullish(),
  accepted_answer: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
  user_deleted: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  action_code: z.string().nullish(),
  avatar_template: z.string().nullish(),
  link_counts: z.array(z.object({ url: z.string(), internal: z.boolean().default(false) })).nullish(),
});
export type DiscoursePost = z.output<typeof discoursePost>;

/** A topic as `/t/ID.json` gives it. Posts are looked at one by one, so that a broken one does not take the topic with it. */
export const discourseTopic = z.object({
  id: z.int(),
  title: z.string().default(''),
  slug: z.string().default(''),
  closed: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
  category_id: z.int().nullish(),
  tags: z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])).nullish(),
  accepted_answer: z.object({ post_number: z.int() }).nullish(),
  post_stream: z.object({ posts: z.array(z.unknown()), stream: z.array(z.int()).nullish() }),
});
export type DiscourseTopic = z.output<typeof discourseTopic>;

/** What `/categories.json` or `/site.json` say of categories. */
const category = z.object({ id: z.int(), name: z.string() });
export const discourseCategories = z.union([
  z
    .object({ category_list: z.object({ categories: z.array(category) }) })
    .transform((list) => list.category_list.categories),
  z.object({ categories: z.array(category) }).transform((site) => site.categories),
]);
