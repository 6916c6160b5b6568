import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../src/core/facts/table.ts';
import { collectFacts } from '../../../../src/core/facts/tables-of.ts';
import { unknownNames } from '../../../../src/core/facts/unknown.ts';
import { authorHandle, tagName, threadSlug } from '../../../../src/core/ids.ts';
import { post, thread } from '../../publish/thread.ts';

const facts = collectFacts([]);
facts.add(
  thread({
    slug: threadSlug.parse('locks'),
    tags: [tagName.parse('django')],
    lang: 'pt-BR',
    question: post({ author: { name: 'Ada', handle: authorHandle.parse('ada') }, license: 'CC0-1.0' }),
  }),
);
facts.add(thread({ lang: 'en', question: post({ license: 'CC-BY-SA-4.0' }) }));
const table = openTable(facts.finish());
const hintsOf = (text: string) => unknownNames(text, table);

describe('unknownNames', () => {
  it.each(['[django]', 'user:ada', 'in:locks', 'lang:pt', 'lang:pt-BR', 'lang:EN', 'license:CC0-1.0', 'golang'])(
    'says nothing of %s, which the archive has',
    (text) => {
      expect(hintsOf(text)).toEqual([]);
    },
  );

  it('offers the tag, the author and the license that are near', () => {
    expect(hintsOf('[djago]')).toEqual([{ kind: 'unknownTag', from: 0, to: 7, what: '[djago]', instead: '[django]' }]);
    expect(hintsOf('x user:adaa')).toEqual([
      { kind: 'unknownUser', from: 2, to: 11, what: 'user:adaa', instead: 'user:ada' },
    ]);
    expect(hintsOf('license:CC0')).toEqual([
      {
        kind: 'unknownLicense',
        from: 0,
        to: 11,
        what: 'license:CC0',
        allowed: ['license:cc0-1.0', 'license:cc-by-sa-4.0'],
      },
    ]);
    expect(hintsOf('license:CC0-1.1')).toEqual([
      {
        kind: 'unknownLicense',
        from: 0,
        to: 15,
        what: 'license:CC0-1.1',
        instead: 'license:cc0-1.0',
        allowed: ['license:cc0-1.0', 'license:cc-by-sa-4.0'],
      },
    ]);
  });

  it('has each at its own place, as it is written, and once', () => {
    const near = { kind: 'unknownUser', instead: 'user:ada' };
    expect(hintsOf('user:adaab -user:adaa "user:adaa" [Djago] [Djago]')).toEqual([
      { kind: 'unknownUser', from: 0, to: 10, what: 'user:adaab' },
      { ...near, from: 12, to: 21, what: 'user:adaa' },
      { kind: 'unknownTag', from: 34, to: 41, what: '[Djago]', instead: '[django]' },
    ]);
    expect(hintsOf('user:"Ada A"')).toEqual([{ kind: 'unknownUser', from: 0, to: 12, what: 'user:"Ada A"' }]);
  });

  it('lists the languages that there are', () => {
    expect(hintsOf('tabs lang:xx')).toEqual([
      { kind: 'unknownLang', from: 5, to: 12, what: 'lang:xx', allowed: ['lang:pt-br', 'lang:en'] },
    ]);
  });

  it('names a thread that there is none of', () => {
    expect(hintsOf('in:keys')).toEqual([{ kind: 'unknownThread', from: 0, to: 7, what: 'in:keys' }]);
  });
});
