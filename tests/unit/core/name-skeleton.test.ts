import { expect, test } from 'vitest';
import { nameSkeleton } from '../../../src/core/name-skeleton.ts';

const own = nameSkeleton('Responsa maintainers');

test.each([
  'responsa-maintainers',
  'Responsa  maintainers',
  'Responsa\u00a0maintainers',
  'Rеsponsa maintainers',
  'Resроnsа mаintаinеrs',
  'RΕSΡΟΝSΑ ΜΑΙΝΤΑΙΝΕRS',
  'Responsa maintainers.',
  'Responsa maintainers ✓',
  'Responsa maintainers\u200d',
  'Re\u00adsponsa maintainers\ufe0f',
  'Responsa maintainers\u3164',
  'Ｒｅｓｐｏｎｓａ 𝗺𝗮𝗶𝗻𝘁𝗮𝗶𝗻𝗲𝗿𝘀',
  'Résponsa maintainërs',
  'Responsa malntainers',
  'Resp0nsa ma1ntainers',
  '@responsa_maintainers',
])('%j looks like the maintainers', (name) => {
  expect(nameSkeleton(name)).toBe(own);
});

test.each([
  ['Ada Lovelace', 'adaloveiace'.replaceAll('i', 'l')],
  ['Ｍａｒｔａ Ｍ.', 'martam'],
  ['НАТА', 'hata'],
  ['Η', 'h'],
  ['η', 'n'],
  ['राम', 'राम'],
  ['रीम', 'रीम'],
  ['がく', 'がく'],
  ['山田 太郎', '山田太郎'],
  ['한글', '한글'],
  ['✓ .', ''],
])('%s', (name, skeleton) => {
  expect(nameSkeleton(name)).toBe(skeleton);
});

test('other names stay others', () => {
  const names = ['Responsa', 'Responsa maintainer', 'Maintainers', 'Иван', 'Юлия', 'राम', 'रीम', 'かく', 'がく'];
  expect(new Set([own, ...names.map(nameSkeleton)]).size).toBe(names.length + 1);
});
