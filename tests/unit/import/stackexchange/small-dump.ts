/** A row of a dump's file, its values escaped. */
export function row(values: Readonly<Record<string, string | number>>): string {
  const attributes = Object.entries(values).map(([name, value]) => `${name}="${escape(String(value))}"`);
  return `  <row ${attributes.join(' ')} />`;
}

/** A file of a dump as Stack Exchange writes it: with a byte-order mark and CRLF. */
export function xmlFile(root: string, rows: readonly string[]): string {
  return `\ufeff${['<?xml version="1.0" encoding="utf-8"?>', `<${root}>`, ...rows, `</${root}>`].join('\r\n')}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('\n', '&#xA;');
}

const day = '2018-03-01T10:00:00.000';

export const posts = {
  question: {
    Id: 1,
    PostTypeId: 1,
    AcceptedAnswerId: 3,
    CreationDate: '2018-02-06T20:19:50.957',
    Score: 10,
    Body: '<p>See <a href="/questions/4/other">that</a> and <kbd>Ctrl</kbd>.</p>',
    OwnerUserId: 7,
    LastEditDate: '2018-06-01T00:00:00.000',
    Title: 'How to name a cat?',
    Tags: '<c#><cats>',
    ContentLicense: 'CC BY-SA 3.0',
  },
  duplicate: {
    Id: 4,
    PostTypeId: 1,
    CreationDate: day,
    Score: -2,
    Body: '<p>Cat, name?</p>',
    Title: 'How to name a cat?',
    Tags: '|cats|',
    OwnerDisplayName: 'user9',
    ClosedDate: '2018-03-02T00:00:00.000',
  },
  answer: {
    Id: 3,
    PostTypeId: 2,
    ParentId: 1,
    CreationDate: day,
    Score: 5,
    Body: '<p>Tom, as in <a href="https://cats.example.org/q/4">this</a>.</p>',
    OwnerUserId: 8,
    ContentLicense: 'CC BY-SA 3.0',
  },
  excerpt: { Id: 5, PostTypeId: 4, CreationDate: day, Score: 0, Body: 'For cats.' },
  wiki: { Id: 6, PostTypeId: 5, CreationDate: day, Score: 0, Body: '<p>Read <a href="/a/3">the answer</a>.</p>' },
} as const;

/** A dump of two questions and an answer. The answer comes before its question. */
export const smallDump = {
  'Posts.xml': xmlFile('posts', [
    row(posts.answer),
    row(posts.question),
    row(posts.duplicate),
    row(posts.excerpt),
    row(posts.wiki),
  ]),
  'Users.xml': xmlFile('users', [
    row({ Id: -1, DisplayName: 'Community', CreationDate: day }),
    row({
      Id: 7,
      DisplayName: 'Åsa Öberg',
      CreationDate: day,
      WebsiteUrl: 'https://asa.example',
      AboutMe: '<p>I like <em>cats</em>.</p>',
    }),
    row({ Id: 8, DisplayName: 'anonymous', CreationDate: day }),
  ]),
  'Comments.xml': xmlFile('comments', [
    row({ Id: 12, PostId: 1, Score: 0, Text: 'Later: `x`', CreationDate: '2018-02-08T00:00:00.000', UserId: 8 }),
    row({ Id: 11, PostId: 1, Score: 2, Text: 'Earlier, see [tag:cats]', CreationDate: '2018-02-07T00:00:00.000' }),
  ]),
  'Tags.xml': xmlFile('tags', [
    row({ Id: 1, TagName: 'cats', Count: 2, ExcerptPostId: 5, WikiPostId: 6 }),
    row({ Id: 2, TagName: 'c#', Count: 1 }),
  ]),
  'PostLinks.xml': xmlFile('postlinks', [row({ Id: 1, PostId: 4, RelatedPostId: 1, LinkTypeId: 3 })]),
};
