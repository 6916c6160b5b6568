import type { Element, ElementContent } from 'hast';
import { placeOf, type RenderContext } from './context.ts';

/** A picture that loads when it comes into view and keeps its place free; its description alone if there is no such picture. */
export function finishPicture(picture: Element, context: RenderContext): ElementContent {
  const { properties } = picture;
  const src = properties['src'];
  const report = (severity: 'error' | 'warning', rule: string, message: string, fix?: string) => {
    context.problems.push({ ...placeOf(picture), severity, rule, message, ...(fix === undefined ? {} : { fix }) });
  };
  // An address that was dropped has been reported.
  if (typeof src !== 'string') return instead(picture);
  if (String(properties['alt'] ?? '').trim() === '') {
    report(
      'warning',
      'missing-alt',
      `the picture ${src} has no description`,
      'say what it shows, for who cannot see it: ![what it shows](…)',
    );
    properties['alt'] = '';
  }
  if (/^http:/.test(src)) {
    report(
      'warning',
      'insecure-picture',
      `the picture ${src} comes over http:, which browsers refuse on a secure page`,
      'give its https:// address, or put it into images/ of the thread',
    );
  } else if (!/^https:/.test(src)) {
    const resolved = context.options.resolvePicture(src);
    if ('problem' in resolved) {
      report('error', 'missing-picture', resolved.problem, resolved.fix);
      return instead(picture);
    }
    const { width, height } = resolved;
    properties['src'] = resolved.src;
    // A size that the contributor gave is kept: it may be smaller on purpose.
    if (
      width !== undefined &&
      height !== undefined &&
      properties['width'] === undefined &&
      properties['height'] === undefined
    ) {
      Object.assign(properties, { width, height });
    }
  }
  context.hasPicture = true;
  Object.assign(properties, { loading: 'lazy', decoding: 'async' });
  return picture;
}

function instead({ properties }: Element): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['missing-picture'] },
    children: [{ type: 'text', value: String(properties['alt'] ?? '') }],
  };
}
