import { reporter } from './reporter.ts';
import type { PostRule } from './rule.ts';

const report = reporter('typographic-quotes', 'warning');
const quoted = /^(?:[“„”]([^“„”]*)[“”]|[‘‚’]([^‘‚’]*)[‘’]|«\s*([^«»]*?)\s*»)$/;

/** Word processors turn the quotation marks of YAML into these, which are then part of the value. */
export const typographicQuotes: PostRule = ({ post }) => {
  const { author } = post.frontmatter;
  const values: [path: string[], value: string | undefined][] = [
    [['title'], 'title' in post.frontmatter ? post.frontmatter.title : undefined],
    [['author', 'name'], typeof author === 'string' ? undefined : author.name],
  ];
  return values.flatMap(([path, value]) => {
    const [, double, single, angle] = quoted.exec(value ?? '') ?? [];
    const bare = double ?? single ?? angle;
    if (bare === undefined) return [];
    return [
      report(
        post.file,
        `the ${path.at(-1) ?? ''} is in typographic quotation marks, which are then part of it`,
        `write ${path.at(-1) ?? ''}: ${JSON.stringify(bare)}, with straight quotation marks or none`,
        post.placeOf(path),
      ),
    ];
  });
};
