import { describe, expect, it } from 'vitest';
import { encodeRecord, questionAnchor } from '../../../src/core/search-record.ts';
import type { Fragment } from '../../../src/core/text-index/fragment.ts';
import { threadHit, type HitOptions } from '../../../src/core/thread-hit.ts';

const question = { author: 'Ada', votes: 3, answerCount: 2, hasAccepted: true };
const eve = { author: 'Eve', votes: 1 };

/** A question and two answers; each word is its own position. */
const fragment: Fragment = {
  url: '/questions/locks/',
  meta: { title: 'Locks', tags: 'c# files' },
  content: 'Zero one. Two three four. Five six.',
  anchors: [
    { id: questionAnchor, title: encodeRecord(question), location: 0 },
    { id: 'a', title: encodeRecord(eve), location: 2 },
    { id: 'b', title: encodeRecord({ ...eve, accepted: true }), location: 5 },
  ],
};
const options: HitOptions = { lang: 'en', base: '/archive/', query: '' };
const place = (place: number, score = 1) => ({ place, score });
const plain = (text: string) => ({ text, marked: false });
const mark = (text: string) => ({ text, marked: true });
const record = { ...eve, answerCount: 0, hasAccepted: false };

describe('a hit', () => {
  it('has the posts that were found, best first, each with its own address and excerpt', () => {
    expect(threadHit(fragment, [place(1, 2), place(2), place(4), place(6, 5)], options)).toEqual({
      url: '/archive/questions/locks/',
      title: 'Locks',
      tags: ['c#', 'files'],
      lang: 'en',
      question,
      posts: [
        {
          url: '/archive/questions/locks/#b',
          isAnswer: true,
          record: { ...record, accepted: true },
          excerpt: [plain('Five '), mark('six'), plain('.')],
        },
        {
          url: '/archive/questions/locks/',
          isAnswer: false,
          record: question,
          excerpt: [plain('Zero '), mark('one'), plain('.')],
        },
        {
          url: '/archive/questions/locks/#a',
          isAnswer: true,
          record,
          excerpt: [mark('Two'), plain(' three '), mark('four'), plain('.')],
        },
      ],
    });
  });

  it('opens with the question where only the title was found', () => {
    expect(threadHit(fragment, [], options)?.posts).toEqual([
      {
        url: '/archive/questions/locks/',
        isAnswer: false,
        record: question,
        excerpt: [plain('Zero one. Two three four. Five six.')],
      },
    ]);
  });

  it('has of the posts that were asked for those with words in them, or all if none has, and no others', () => {
    const postsOf = (found: number, posts: number[]) =>
      threadHit(fragment, [place(found)], { ...options, posts })?.posts.map(({ url, excerpt }) => [url, excerpt]);
    expect(postsOf(1, [0, 2])).toEqual([['/archive/questions/locks/', [plain('Zero '), mark('one'), plain('.')]]]);
    expect(postsOf(3, [0, 2])).toEqual([
      ['/archive/questions/locks/', [plain('Zero one.')]],
      ['/archive/questions/locks/#b', [plain('Five six.')]],
    ]);
  });

  it('has those with the words, if nobody can say which posts are which', () => {
    const anchors = fragment.anchors.slice(0, 2);
    const posts = threadHit({ ...fragment, anchors }, [place(6)], { ...options, posts: [0] })?.posts;
    expect(posts?.map(({ url }) => url)).toEqual(['/archive/questions/locks/#a']);
  });

  it('shows of a long post the stretch that has most, and soon what was found', () => {
    const content = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');
    const hit = threadHit({ ...fragment, content }, [place(50), place(120), place(121)], {
      ...options,
      posts: [2],
      query: 'w120',
    });
    const text = hit?.posts[0]?.excerpt.map((part) => part.text).join('') ?? '';
    expect(text.split(' ').filter((word) => word.startsWith('w'))).toEqual(
      Array.from({ length: 30 }, (_, index) => `w${116 + index}`),
    );
  });

  it('shows soon what was found at the end of a post too, with somewhat more before it', () => {
    const content = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');
    const hit = threadHit({ ...fragment, content }, [place(198)], { ...options, query: 'w198' });
    const text = hit?.posts[0]?.excerpt.map((part) => part.text).join('') ?? '';
    expect(text.match(/w\d+/g)).toEqual(Array.from({ length: 12 }, (_, index) => `w${188 + index}`));
  });

  it('is put together without spaces in languages that have none', () => {
    const anchors = fragment.anchors.slice(0, 1);
    const hit = threadHit({ ...fragment, anchors, content: '如何\u200b锁定\u200b文件' }, [place(1)], options);
    expect(hit?.posts[0]?.excerpt).toEqual([plain('如何'), mark('锁定'), plain('文件 …')]);
  });

  it('says nothing of what the index does not have', () => {
    expect(threadHit({ url: '/x/', meta: {}, content: '', anchors: [] }, [], options)).toEqual({
      url: '/archive/x/',
      title: '',
      tags: [],
      lang: 'en',
      question: { author: '', votes: 0, answerCount: 0, hasAccepted: false },
      posts: [
        {
          url: '/archive/x/',
          isAnswer: false,
          record: { author: '', votes: 0, answerCount: 0, hasAccepted: false },
          excerpt: [],
        },
      ],
    });
  });
});

describe('the address of a hit', () => {
  const addressOf = (url: string, base: string) => threadHit({ ...fragment, url }, [], { ...options, base })?.url;

  it.each([
    ['/questions/locks/', '/', '/questions/locks/'],
    ['/questions/locks/', '/archive/', '/archive/questions/locks/'],
    ['/../../questions/locks/?a#b', '/archive/', '/archive/questions/locks/'],
    ['/.//elsewhere.example/', '/', '/elsewhere.example/'],
    ['/a"><b>/', '/', '/a%22%3E%3Cb%3E/'],
  ])('that is %s in the index is under %s %s', (url, base, address) => {
    expect(addressOf(url, base)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'https://elsewhere.example/archive/',
    '//elsewhere.example/archive/',
    '\\\\elsewhere.example/archive/',
    'data:text/html,x',
    'https://',
  ])('is not %s', (url) => {
    expect(addressOf(url, '/archive/')).toBeUndefined();
  });
});
