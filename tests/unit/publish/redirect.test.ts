import { expect, test } from 'vitest';
import { netlifyRedirects, redirectPage } from '../../../src/publish/redirect.ts';
import { hostile } from './thread.ts';

test('the page leads on without a script', () => {
  const to = '/archive/questions/locks/';
  expect(redirectPage({ title: 'Locks & keys', to, absolute: `https://example.org${to}`, lang: 'en' })).toBe(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Locks &#x26; keys</title>` +
      `<meta name="robots" content="noindex"/><link rel="canonical" href="https://example.org/archive/questions/locks/"/>` +
      `<meta http-equiv="refresh" content="0; url=/archive/questions/locks/"/>` +
      `<meta name="viewport" content="width=device-width"/></head>` +
      `<body><p><a href="/archive/questions/locks/">Locks &#x26; keys</a></p></body></html>\n`,
  );
});

test('a title cannot open an element', () => {
  const page = redirectPage({ title: hostile, to: '/a/', absolute: 'https://example.org/a/', lang: 'en' });
  expect(page.match(/<\/?[a-z]+/g)).toEqual(
    '<html <head <meta <title </title <meta <link <meta <meta </head <body <p <a </a </p </body </html'.split(' '),
  );
});

test('rules name both spellings of an address, and what is below a number comes last', () => {
  const redirects = [
    { alias: '/archive/questions/123', to: '/archive/questions/locks/' },
    { alias: '/archive/тема/', to: '/archive/questions/locks/' },
  ];
  expect(netlifyRedirects(redirects)).toBe(
    [
      '/archive/questions/123 /archive/questions/locks/ 301\n',
      '/archive/questions/123/ /archive/questions/locks/ 301\n',
      '/archive/%D1%82%D0%B5%D0%BC%D0%B0 /archive/questions/locks/ 301\n',
      '/archive/%D1%82%D0%B5%D0%BC%D0%B0/ /archive/questions/locks/ 301\n',
      '/archive/questions/123/* /archive/questions/locks/ 301\n',
    ].join(''),
  );
});
