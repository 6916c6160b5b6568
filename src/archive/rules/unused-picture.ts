import { reporter } from './reporter.ts';

const report = reporter('unused-picture', 'warning');

/** A picture that no post shows is not published: perhaps a link to it is misspelt. */
export function unusedPictures(folder: string, pictures: readonly string[], used: ReadonlySet<string>) {
  return pictures
    .filter((name) => !used.has(name))
    .map((name) =>
      report(
        `${folder}/images/${name}`,
        'this picture is shown by no post of the thread, so it is not published',
        `show it with ![what it shows](images/${name}), or delete it`,
      ),
    );
}
