import { expect, it } from 'vitest';
import { authorHandle, tagName } from '../../../src/core/ids.ts';
import { searchDocument } from '../../../src/search/search-document.ts';
import { answer, post, thread } from '../publish/thread.ts';

it('holds the words of a thread, an anchor for each post, and what to show of it', () => {
  const document = searchDocument(
    thread({
      lang: 'en-GB',
      tags: [tagName.parse('c#'), tagName.parse('locks')],
      question: post({
        date: '2026-01-14',
        comments: [{ author: { name: 'Bo' }, date: '2026-03-01', votes: 0, html: 'Which <em>system</em>?' }],
      }),
      answers: [
        answer('use-flock', {
          accepted: true,
          votes: -2,
          author: { name: 'Eve "E" <x>', handle: authorHandle.parse('eve') },
          html: '<p>Flock.</p>',
        }),
      ],
    }),
  );
  expect(document.replaceAll(/(?=<(?:meta|section|p|\/head|\/section))/g, '\n').split('\n')).toEqual([
    '<html lang="en"><head>',
    '<meta data-pagefind-meta="title[content]" content="How do locks work?">',
    '<meta data-pagefind-meta="tags[content]" content="c# locks">',
    '</head><body>',
    '<section id="_question" data-pagefind-title="{&quot;author&quot;:&quot;Ada&quot;,&quot;votes&quot;:3,&quot;date&quot;:&quot;2026-01-14&quot;,&quot;answerCount&quot;:1,&quot;hasAccepted&quot;:true}">',
    '<p>How?</p>',
    '<p data-pagefind-weight="0.5">Which system?</p>',
    '</section>',
    '<section id="use-flock" data-pagefind-title="{&quot;author&quot;:&quot;Eve \\&quot;E\\&quot; &lt;x&gt;&quot;,&quot;votes&quot;:-2,&quot;accepted&quot;:true}">',
    '<p>Flock.</p>',
    '</section></body></html>',
  ]);
});

it('names nobody where nobody signed', () => {
  const document = searchDocument(thread({ tags: [], question: post({ author: { name: 'anonymous' } }) }));
  expect(document).toContain('{&quot;author&quot;:&quot;&quot;,&quot;votes&quot;:3,');
  expect(document).not.toContain('tags[content]');
});

it.each(['<p><img src="/x.png" alt=""> !?</p>', '<p>&amp;</p>', '<p><code>&lt;</code></p>'])(
  'puts the title and the slug into the text of a thread that has no word, which Pagefind would leave out: %s',
  (html) => {
    const one = thread({ question: post({ html }) });
    expect(searchDocument(one)).toContain(`<p>How do locks work? ${one.slug}</p>`);
  },
);
