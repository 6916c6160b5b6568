import { describe, expect, test } from 'vitest';
import { germanGuide } from '../../../src/core/contribute/guides/de.ts';
import { renderBody } from '../../../src/markdown/render-body.ts';
import { htmlOf, optionsOf, placesOf } from './render.ts';

describe('reports what it drops where it stands', () => {
  test.each([
    ['an element', 'a <blink>b</blink>', ['1:3 warning dropped-html']],
    ['after signs outside the basic plane', '😀 <blink>b</blink>', ['1:4 warning dropped-html']],
    ['an attribute', 'a <b onclick="x">b</b>', ['1:6 warning dropped-html']],
    [
      'two attributes of one tag',
      '<b id=a\n class="b">b</b>',
      ['1:4 warning dropped-html', '2:2 warning dropped-html'],
    ],
    ['in a quotation', '> x\n>\n> <div>\n> <blink>b</blink>\n> </div>', ['4:3 warning dropped-html']],
    ['in a list in a quotation', '> - <div>\n>   <p id="x">\n>   </div>', ['2:8 warning dropped-html']],
    ['in a block after other lines', '<div>\n\ntext\n\n  <p><blink></p></div>', ['5:6 warning dropped-html']],
    ['a script among text', 'a <script>b</script> c', ['1:3 warning dropped-html']],
    ['a script as a block', 'a\n\n<script>\nb\n</script>', ['3:1 warning dropped-html']],
    ['an instruction', 'a <?php b ?> c', ['1:3 warning dropped-html']],
    ['a tag that never ends', '<div title="x\n\na', ['1:1 warning dropped-html']],
    ['with carriage returns', 'a\r\n\r\n<div>\r\n<blink>b</blink>\r\n</div>', ['4:1 warning dropped-html']],
    ['a comment, once', '<!-- a --> b <!-- c -->', ['1:1 warning html-comment']],
    [
      'nothing for a guide',
      `<!-- guide:\n${germanGuide.guideAnswer}\n--> b <!--guide: ${germanGuide.guideNotShown}-->`,
      [],
    ],
    [
      'what somebody wrote into a guide',
      `> <!-- guide:\n> ${germanGuide.guideNotShown}\n>\n>   Text.\n> -->`,
      ['4:5 error text-in-guide'],
    ],
    [
      'what somebody wrote in the place of a guide',
      'a <!-- guide: Text. --> <!-- b -->',
      ['1:15 error text-in-guide', '1:25 warning html-comment'],
    ],
    ['nothing for what is code', '`<blink>` and \\<blink>', []],
  ])('%s', (_, body, expected) => {
    expect(placesOf(body)).toEqual(expected);
  });

  test('with what and how to mend it', () => {
    expect(renderBody('<iframe src="x">', optionsOf()).problems).toEqual([
      {
        line: 1,
        column: 1,
        severity: 'warning',
        rule: 'dropped-html',
        message: '<iframe> is dropped and the text in it is kept: it is not among the HTML that posts may use',
        fix: 'link to the page: [title](https://…)',
      },
    ]);
  });
});

describe('keeps the text of', () => {
  test.each([
    ['a dropped element', 'a <blink>b *c*</blink> d', '<p dir="auto">a b <em>c</em> d</p>'],
    [
      'an element that a browser would not show',
      '<template>a</template> <textarea>b</textarea>',
      '<p dir="auto">a b</p>',
    ],
    ['an element that swallows what follows', 'a <plaintext> b <b>c</b>', '<p dir="auto">a  b <b>c</b></p>'],
    ['a script that never ends', 'a <script> b', '<p dir="auto">a  b</p>'],
    ['a tag that never ends', '<div title="x', '&#x3C;div title="x'],
    ['a comment that never ends', '<!-- a\n\nb', '&#x3C;!-- a\n\nb'],
  ])('%s', (_, body, expected) => {
    expect(htmlOf(body)).toBe(expected);
  });
});

test('drops the content of script and style alone', () => {
  expect(htmlOf('a <script>b *c*</script> d <style>e</style> f')).toBe('<p dir="auto">a  d  f</p>');
});
