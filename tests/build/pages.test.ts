import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { attribute, base, elements, filesEndingWith, page, read, siteDir } from './_pages.ts';

const pages = filesEndingWith('.html');

/** What a static host gives for an address of the site, or undefined. */
function served(address: string): string | undefined {
  const path = decodeURIComponent(address.slice(base.length));
  const file = join(siteDir, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

describe('every page', () => {
  it('is there for every kind of address', () => {
    for (const address of [
      '',
      'questions/',
      'questions/page/2/',
      'questions/top/',
      'questions/active/',
      'questions/unanswered/',
      'questions/parallel-migrations/',
      'tags/',
      'tags/c_sharp/',
      'tags/c_plus_plus/',
      'tags/dot_net/',
      `tags/${encodeURIComponent('базы-данных')}/`,
      'authors/',
      'authors/marta/',
      'search/',
      '404.html',
      'about/',
      'feed.xml',
      'feed.json',
      'sitemap-index.xml',
      'opensearch.xml',
      'llms.txt',
      'robots.txt',
      'questions/parallel-migrations.md',
      'questions/parallel-migrations.json',
      'tags/python/feed.xml',
      'questions/migrations-twice/',
      'questions/4711/',
      'questions/parallel-migrations/images/workers.png',
    ]) {
      expect(served(base + address), address).toBeDefined();
    }
  });

  it('has only links that lead somewhere, anchors included', () => {
    const broken: string[] = [];
    const ids = new Map<string, Set<string>>();
    const idsOf = (file: string) => {
      let known = ids.get(file);
      if (!known)
        ids.set(
          file,
          (known = new Set(
            elements(page(file), ({ properties }) => properties['id'] !== undefined).map((element) =>
              String(element.properties['id']),
            ),
          )),
        );
      return known;
    };
    for (const file of pages) {
      for (const element of elements(page(file), ({ properties }) => 'href' in properties || 'src' in properties)) {
        const address = attribute(element, 'href') ?? attribute(element, 'src') ?? '';
        if (/^(?:https?:|mailto:|data:)/.test(address)) continue;
        const [path = '', hash = ''] = address.split('#');
        const target = path === '' ? join(siteDir, file) : served(path.replace(/\?.*$/, ''));
        if (!target || (path !== '' && !path.startsWith(base))) broken.push(`${file}: ${address}`);
        else if (
          hash !== '' &&
          target.endsWith('.html') &&
          !idsOf(target.slice(siteDir.length + 1)).has(decodeURIComponent(hash))
        )
          broken.push(`${file}: ${address} (no such anchor)`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('has no id twice, one h1, a title, a language and a description', () => {
    for (const file of pages.filter((name) => !/questions\/(?:migrations-twice|4711)\//.test(name))) {
      const root = page(file);
      const ids = elements(root, ({ properties }) => properties['id'] !== undefined).map(
        ({ properties }) => properties['id'],
      );
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
      expect(elements(root, ({ tagName }) => tagName === 'h1').length, file).toBe(1);
      expect(
        elements(root, ({ tagName }) => tagName === 'title').map((title) => toString(title).trim() !== ''),
        file,
      ).toContain(true);
      expect(
        elements(root, ({ tagName }) => tagName === 'html').map((html) => attribute(html, 'lang')),
        file,
      ).not.toContain(undefined);
    }
  });

  it('runs nothing inline: no script, style or handler that a page policy would have to allow', () => {
    for (const file of pages) {
      const offences = elements(
        page(file),
        ({ tagName, properties }) =>
          tagName === 'style' ||
          'style' in properties ||
          Object.keys(properties).some((name) => /^on/i.test(name)) ||
          (tagName === 'script' && !('src' in properties) && properties['type'] !== 'application/ld+json'),
      );
      expect(
        offences.map(({ tagName, properties }) => ({ tagName, properties })),
        file,
      ).toEqual([]);
    }
  });

  it('carries a page policy that starts from nothing', () => {
    for (const file of ['index.html', 'questions/parallel-migrations/index.html', 'search/index.html']) {
      const [policy] = elements(
        page(file),
        (element) => attribute(element, 'httpEquiv')?.toLowerCase() === 'content-security-policy',
      );
      expect(policy && attribute(policy, 'content'), file).toMatch(/^default-src 'none';/);
      expect(policy && attribute(policy, 'content')).not.toContain('unsafe-inline');
    }
  });
});

describe('the page of a thread', () => {
  const file = 'questions/parallel-migrations/index.html';

  it('shows the answers in rank order, each at its anchor', () => {
    const articles = elements(
      page(file),
      ({ tagName, properties }) => tagName === 'article' && properties['id'] !== undefined,
    );
    expect(articles.map(({ properties }) => properties['id'])).toEqual(['question', 'second-alias', 'turn-it-off']);
  });

  it('turns links between files into links between pages', () => {
    const links = elements(page(file), ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href'));
    expect(links).toContain('/archive/questions/sum-of-squares/');
    expect(links).toContain('/archive/questions/sum-of-squares/#closed-form');
  });

  it('measures its pictures', () => {
    const [picture] = elements(
      page(file),
      (element) => element.tagName === 'img' && attribute(element, 'alt') === 'Two workers, one template',
    );
    expect(picture?.properties).toMatchObject({
      src: '/archive/questions/parallel-migrations/images/workers.png',
      width: 640,
      height: 200,
      loading: 'lazy',
    });
  });

  it('names its address, and says what it is to machines', () => {
    const root = page(file);
    const [canonical] = elements(root, (element) => attribute(element, 'rel') === 'canonical');
    expect(canonical?.properties['href']).toBe('https://answers.example.org/archive/questions/parallel-migrations/');
    const data = elements(
      root,
      ({ tagName, properties }) => tagName === 'script' && properties['type'] === 'application/ld+json',
    ).map((script) => JSON.parse(toString(script)) as Record<string, unknown>);
    expect(JSON.stringify(data)).toContain('"QAPage"');
    expect(JSON.stringify(data)).toContain('"acceptedAnswer"');
  });

  it('is also there as Markdown and as JSON', () => {
    expect(read('questions/parallel-migrations.md')).toContain('The order is defined: the template is migrated once');
    expect(JSON.parse(read('questions/parallel-migrations.json'))).toMatchObject({
      slug: 'parallel-migrations',
      title: 'Why do my migrations run twice when the test suite starts in parallel?',
    });
  });

  it('leads from a duplicate to the original and back', () => {
    const hrefs = (name: string) =>
      elements(page(name), ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href'));
    expect(hrefs('questions/migrations-run-twice/index.html')).toContain('/archive/questions/parallel-migrations/');
    expect(hrefs(file)).toContain('/archive/questions/migrations-run-twice/');
  });

  it('says where votes that were counted here come from', () => {
    expect(read('questions/filler-6/index.html')).toContain('votes counted Mar 1, 2026: poll among members');
  });

  it('shows hostile text as text', () => {
    const root = page('questions/hostile-text/index.html');
    const [title] = elements(root, ({ tagName }) => tagName === 'h1');
    expect(title && toString(title).trim()).toBe(`</title><script>document.title='owned'</script> & <b>bold</b>`);
    expect(elements(root, ({ properties }) => 'onerror' in properties || 'onError' in properties)).toEqual([]);
  });
});

describe('a listing', () => {
  it('has every thread once over all its pages', () => {
    for (const order of ['', 'top/', 'active/']) {
      const shown = pages
        .filter(
          (name) =>
            name.startsWith(`questions/${order}`) &&
            new RegExp(`^questions/${order}(?:page/\\d+/)?index\\.html$`).test(name),
        )
        .flatMap((name) =>
          elements(page(name), ({ tagName }) => tagName === 'h2' || tagName === 'h3').flatMap(
            ({ children }) => children,
          ),
        )
        .flatMap((child) => (child.type === 'element' && child.tagName === 'a' ? [attribute(child, 'href')] : []))
        .filter((href) => /^\/archive\/questions\/[^/]+\/$/.test(href ?? ''));
      expect(shown.length, order).toBe(16);
      expect(new Set(shown).size, order).toBe(16);
    }
  });
});
