import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render-body.ts';
import { htmlOf, optionsOf, placesOf } from './render.ts';

const rendered = (body: string) => renderBody(body, optionsOf());

describe('headings', () => {
  test.each([
    ['begin at the level of the place', '# a', 2, '<h2 dir="auto" id="question_a">a</h2>'],
    ['follow the place without a gap', '#### a', 3, '<h3 dir="auto" id="question_a">a</h3>'],
    [
      'keep their order, and do not go below the last level',
      '## a\n\n#### b\n\n###### c',
      5,
      '<h5 dir="auto" id="question_a">a</h5>\n<h6 dir="auto" id="question_b">b</h6>\n<h6 dir="auto" id="question_c">c</h6>',
    ],
    [
      'are numbered when they are equal',
      '# a\n\n# a\n\n# a-1',
      3,
      '<h3 dir="auto" id="question_a">a</h3>\n<h3 dir="auto" id="question_a-1">a</h3>\n<h3 dir="auto" id="question_a-1-1">a-1</h3>',
    ],
    ['leave the ids of notes to notes', '# fn-1', 3, '<h3 dir="auto" id="question_section-fn-1">fn-1</h3>'],
  ])('%s', (_, body, headingBase, expected) => {
    expect(htmlOf(body, { headingBase })).toBe(expected);
  });

  test('have no part in the ids of the body rendered next', () => {
    expect(htmlOf('# a')).toBe(htmlOf('# a'));
  });
});

test('every id is there once and begins with the prefix', () => {
  const body = '# fn-1\n\n# fn-1\n\n# a\n\na[^1] b[^1] c[^a]\n\n<h2>a</h2>\n\n[^1]: x\n[^a]: y';
  const ids = [...htmlOf(body, { idPrefix: 'use-a-lock' }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([
    'use-a-lock_section-fn-1',
    'use-a-lock_section-fn-1-1',
    'use-a-lock_a',
    'use-a-lock_fnref-1',
    'use-a-lock_fnref-1-2',
    'use-a-lock_fnref-a',
    'use-a-lock_a-1',
    'use-a-lock_footnotes',
    'use-a-lock_fn-1',
    'use-a-lock_fn-a',
  ]);
});

test('the words come from the site', () => {
  const words = {
    footnotes: 'Noten',
    backToReference: 'Zurück zu {reference}',
    spoiler: 'Verdeckt',
    table: 'Tafel',
    taskDone: 'Ja',
    taskOpen: 'Nein',
  };
  const html = htmlOf('>! a\n\n- [x] b\n- [ ] c\n\n|d|\n|-|\n\ne[^1]\n\n[^1]: f', { words });
  for (const word of ['>Verdeckt<', '"Ja"', '"Nein"', '"Tafel"', '>Noten<', '"Zurück zu 1"'])
    expect(html).toContain(word);
});

describe('a spoiler', () => {
  test.each([
    ['is a quotation marked on each line', '>! a\n>! *b*\n>! c', 'a\n<em>b</em>\nc'],
    ['or on its first line', '> ! a\nb', 'a\nb'],
  ])('%s', (_, body, text) => {
    expect(htmlOf(body)).toBe(
      `<details class="spoiler">\n<summary dir="auto">Spoiler</summary>\n<p dir="auto">${text}</p>\n</details>`,
    );
  });

  test('is not every quotation', () => {
    expect(htmlOf('> a\n>\n> ! b')).toBe('<blockquote>\n<p dir="auto">a</p>\n<p dir="auto">! b</p>\n</blockquote>');
  });
});

describe('code', () => {
  test.each([
    [
      'is highlighted by classes',
      '```js\nlet a\n```',
      '<code class="language-js"><span class="hljs-keyword">let</span> a\n</code>',
    ],
    [
      'of a language in capitals too',
      '```JS\nlet a\n```',
      '<code class="language-js"><span class="hljs-keyword">let</span> a\n</code>',
    ],
    ['of an unknown language is plain', '```xyz\nlet a\n```', '<code class="language-xyz">let a\n</code>'],
    ['without a language is plain', '```\nlet a\n```', '<code>let a\n</code>'],
    [
      'that is very long is plain',
      `\`\`\`js\n${'let a\n'.repeat(2000)}\`\`\``,
      `<code class="language-js">${'let a\n'.repeat(2000)}</code>`,
    ],
  ])('%s', (_, body, expected) => {
    expect(htmlOf(body)).toBe(`<pre tabindex="0">${expected}</pre>`);
  });
});

describe('a formula', () => {
  test('is MathML without styles', () => {
    expect(htmlOf('$\\color{red}x$')).toBe(
      '<p dir="auto"><math><mrow><mi mathcolor="#ff0000">x</mi></mrow></math></p>',
    );
    expect(htmlOf('$$\n\\begin{matrix}a&b\\end{matrix}\\boxed{c}\\cancel{d}\n$$')).not.toContain(' style=');
  });

  test('that is not TeX is shown as it was typed, and reported where it stands', () => {
    expect(htmlOf('a $\\frac{$')).toBe('<p dir="auto">a <code class="math-error">\\frac{</code></p>');
    expect(placesOf('a\n\n> b\n> $$\n> \\nope\n> $$')).toEqual(['4:3 error bad-formula']);
  });

  test('is not made of amounts of money', () => {
    expect(htmlOf('\\$5 and \\$6, `$x$`')).toBe('<p dir="auto">$5 and $6, <code>$x$</code></p>');
  });
});

describe('beside the HTML', () => {
  test('there is the text, and an excerpt without code', () => {
    const { html: _, ...rest } = rendered('# A\n\nb *c*\nd[^1] $x^2$\n\n```\ne\n```\n\n- f\n- g\n\n[^1]: h');
    expect(rest).toEqual({
      text: 'A b c d x^2 e f g h',
      excerpt: 'A b c d x^2 f g h',
      hasCode: true,
      hasMath: true,
      hasPicture: false,
      problems: [],
    });
  });

  test('problems are in the order of their places', () => {
    expect(placesOf('[a](missing.md) <blink> ![](b.png)\n$\\nope$')).toEqual([
      '1:1 error dangling-link',
      '1:17 warning dropped-html',
      '1:25 warning missing-alt',
      '2:1 error bad-formula',
    ]);
  });

  test('an empty body is empty', () => {
    expect(rendered('')).toEqual({
      html: '',
      text: '',
      excerpt: '',
      hasCode: false,
      hasMath: false,
      hasPicture: false,
      problems: [],
    });
  });
});

test.each(['js{1,3}', 'js:a.js', 'JS'])('code in the language %s is highlighted as js', (language) => {
  expect(htmlOf(`\`\`\`${language}\nlet\n\`\`\``)).toBe(
    '<pre tabindex="0"><code class="language-js"><span class="hljs-keyword">let</span>\n</code></pre>',
  );
});

describe.each(['xml', 'html', 'php-template', 'javascript'])('openings of scripts and styles in %s', (language) => {
  const html = (code: string) => renderBody(`\`\`\`${language}\n${code}\n\`\`\``, optionsOf()).html;

  test('are highlighted if they are few', () => {
    expect(html('<script>1</script>'.repeat(20))).toContain('hljs-');
  });

  test.each(['<script>', '<style>', '<ScRiPt '])('%s by the thousand is shown plain', (opening) => {
    const code = opening.repeat(Math.ceil(9_500 / opening.length));
    expect(html(code)).not.toContain('hljs-');
  });
});

test.each([
  ['```\na', ['1:1 warning unclosed-code']],
  ['a\n\n  ~~~js\nb\n```\n\nc', ['3:3 warning unclosed-code']],
  ['```\na\n```\n```', ['4:1 warning unclosed-code']],
  ['```\r\na\r\n```', []],
  ['```\na\n  `````  \n\nb', []],
  ['😀 é costs $5 and $6, $x$ 😀\n\n```\na\n```\n\nb', []],
  ['😀 é costs $5 and $6, $x$ 😀\n\n```\na', ['3:1 warning unclosed-code']],
  ['<<<<<<< a\r\nb\r\n=======\r\nc\r\n>>>>>>> d', ['1:1 error merge-conflict']],
  ['a\n=======\nb\n>>>>>>> c', ['4:1 error merge-conflict']],
  ['a\n\n>>>>>>> b', []],
  ['<<<<<<<a', []],
])('%j has the problems %j', (body, expected) => {
  expect(placesOf(body)).toEqual(expected);
});
