import { z } from 'zod';
import { authorHandle } from '../ids.ts';
import { languageTag, spdxLicense, webUrl } from './fields.ts';

const count = (fallback: number) => z.int().positive().default(fallback);

/** Bounds on what a contributor may hand in. All are checked before the costly step they protect. */
export const limitsSchema = z.strictObject({
  /** Characters in the body of a post. */
  postCharacters: count(30_000),
  /** Bytes of frontmatter, comments included: posts with 40 comments are known from Stack Exchange. */
  frontmatterBytes: count(65_536),
  /** Characters in a comment from which on a warning is given. */
  commentCharactersWarning: count(600),
  /** Characters in a comment that are refused. */
  commentCharacters: count(5_000),
  /** Bytes of a picture. */
  pictureBytes: count(2 * 1024 * 1024),
  /** Depth of lists and quotations inside each other. */
  nesting: count(20),
  tableColumns: count(100),
  tableCells: count(2_000),
});
export type Limits = z.output<typeof limitsSchema>;

/** Where the content lives, so that pages can link to the place where a post is edited. */
export const repositorySchema = z.strictObject({
  forge: z.enum(['github', 'gitlab', 'forgejo', 'bitbucket']),
  /** The project's page on the forge. */
  url: webUrl,
  branch: z.string().min(1).default('main'),
  /** Folder of the content inside the repository. */
  content: z.string().min(1).default('content'),
});
export type Repository = z.output<typeof repositorySchema>;

/** What a pull request may be about, by the names of the rules in `src/contribute/policy`: each is for curators unless it is allowed. */
export const policyRuleNames = [
  'accepted',
  'address',
  'authors',
  'case-only-name',
  'comments',
  'deletion',
  'license',
  'name',
  'odd-name',
  'other-author',
  'outside',
  'pages',
  'provenance',
  'signature',
  'size',
  'source',
  'special-file',
  'status',
  'tags',
  'thread-moved',
  'unreadable',
  'votes',
] as const;

/** What a pull request may change, and who may change everything. */
export const policySchema = z.strictObject({
  /** Accounts on the forge that may do everything. */
  curators: z.array(z.string().trim().min(1).max(100)).default([]),
  /** Handles in the archive of accounts on the forge that have another name: `{AdaLovelace1815: 'ada'}`. */
  handles: z.record(z.string().min(1), authorHandle).default({}),
  /** Rules that anyone may break: what they find is named, and passes. */
  allow: z.array(z.enum(policyRuleNames)).default(['name']),
  /** Files that a pull request may touch. */
  files: count(50),
});
export type Policy = z.output<typeof policySchema>;
export type PolicyRuleName = (typeof policyRuleNames)[number];

/** What a curator sets in `responsa.config.ts`. */
export const configSchema = z.strictObject({
  title: z.string().trim().min(1),
  /** One or two sentences for the home page, search engines and feeds. */
  description: z.string().trim().min(1),
  /** Origin of the published site: `https://answers.example.org`. */
  url: webUrl.transform((url) => new URL(url).origin),
  /** Path below the origin that the site is served under: `/` or `/archive/`. */
  base: z
    .string()
    .regex(/^\/(?:[\w.~-]+\/)*$/, 'must begin and end with a slash, such as / or /archive/')
    .default('/'),
  /** Language of the interface, and of threads that do not name one. */
  locale: languageTag.default('en'),
  /** License of posts that do not name one. */
  license: spdxLicense,
  repository: repositorySchema.optional(),
  /** Address that takes contributions by mail. Pages show it. */
  mail: z.email('must be a mail address, such as curators@example.org').optional(),
  /** Threads on one page of a listing. */
  pageSize: z.int().min(5).max(200).default(30),
  limits: limitsSchema.prefault({}),
  policy: policySchema.prefault({}),
});
export type Config = z.output<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;

/** Gives editors completion in `responsa.config.ts`; it changes nothing. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
