import type { ImportedItem } from '../model.ts';
import type { Dump } from './dump.ts';
import type { Attributes } from './dump-rows.ts';
import type { Site } from './site.ts';
import type { TextPool, WithTexts } from './text-pool.ts';
import type { SourceText } from './texts.ts';

type TagRow = { name: string; attributes: Attributes };
type UserRow = { id: string; attributes: Attributes };

/** Tags with their excerpt and wiki. */
export async function* tags({ dump }: Site, pool: TextPool): AsyncGenerator<ImportedItem> {
  for await (const { thing, textOf } of pool.convert(tagTexts(dump))) {
    const { ExcerptPostId = '', WikiPostId = '' } = thing.attributes;
    yield {
      kind: 'tag',
      tag: { name: thing.name, description: textOf(ExcerptPostId), synonyms: [], body: textOf(WikiPostId) },
    };
  }
}

function* tagTexts(dump: Dump): Generator<WithTexts<TagRow>> {
  for (const thing of dump.tags()) {
    const texts = ['ExcerptPostId', 'WikiPostId'].flatMap((column): SourceText[] => {
      const id = thing.attributes[column];
      const post = id === undefined ? undefined : dump.post(Number(id));
      return post && id !== undefined ? [{ id, typed: dump.markdown(post.id), html: post.attributes['Body'] }] : [];
    });
    yield { thing, id: `tag ${thing.name}`, texts };
  }
}

/** Users with what they say of themselves. */
export async function* authors({ dump, host }: Site, pool: TextPool): AsyncGenerator<ImportedItem> {
  for await (const { thing, textOf } of pool.convert(userTexts(dump))) {
    const { DisplayName, WebsiteUrl } = thing.attributes;
    const website =
      WebsiteUrl !== undefined && /^https?:\/\/\S+$/.test(WebsiteUrl) && URL.canParse(WebsiteUrl)
        ? [{ title: 'Website', url: WebsiteUrl }]
        : [];
    yield {
      kind: 'author',
      author: {
        externalId: thing.id,
        name: DisplayName ?? '',
        url: `https://${host}/users/${thing.id}`,
        links: website,
        body: textOf(`user ${thing.id}`),
      },
    };
  }
}

function* userTexts(dump: Dump): Generator<WithTexts<UserRow>> {
  for (const thing of dump.users()) {
    const { AboutMe } = thing.attributes;
    const id = `user ${thing.id}`;
    yield { thing, id, texts: AboutMe === undefined ? [] : [{ id, html: AboutMe }] };
  }
}
