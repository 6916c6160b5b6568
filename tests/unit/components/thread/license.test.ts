import { expect, it } from 'vitest';
import { nameLicense } from '../../../../src/components/thread/license.ts';

it.each([
  ['CC-BY-SA-4.0', { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' }],
  ['CC-BY-NC-ND-3.0', { name: 'CC BY-NC-ND 3.0', url: 'https://creativecommons.org/licenses/by-nc-nd/3.0/' }],
  ['CC0-1.0', { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
  ['MIT', { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' }],
  ['MIT OR Apache-2.0', { name: 'MIT OR Apache-2.0' }],
  ['LicenseRef-house', { name: 'LicenseRef-house' }],
])('names %s', (spdx, expected) => {
  expect(nameLicense(spdx)).toEqual(expected);
});
