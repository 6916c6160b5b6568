import { finding, type PolicyRule } from './rule.ts';

const largestFile = 4 * 1024 * 1024;

export const size: PolicyRule = {
  what: 'A pull request is small enough to be read.',
  why: 'What nobody reads through is merged unread.',
  check: ({ change, config: { limits, policy }, contentName }) => {
    const { files } = change;
    const many =
      files.length > policy.files
        ? [
            finding(
              contentName,
              `this touches ${files.length} files; at most ${policy.files} can be reviewed at once`,
              'split it into several pull requests',
            ),
          ]
        : [];
    const large = files.flatMap(({ place, name, after }) => {
      const isPost = place.kind === 'question' || place.kind === 'answer';
      const most = isPost
        ? limits.postCharacters * 4 + limits.frontmatterBytes
        : place.kind === 'picture'
          ? limits.pictureBytes
          : largestFile;
      if (!after || after.size <= most) return [];
      return [
        finding(
          name,
          `this file has ${after.size.toLocaleString('en')} bytes; at most ${most.toLocaleString('en')} are taken`,
          'make it smaller; every copy of the repository keeps it for good',
        ),
      ];
    });
    return [...many, ...large];
  },
};
