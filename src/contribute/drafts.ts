import { fittingText } from '../core/contribute/address-length.ts';
import { mailAddress } from './mail.ts';

/** A file that somebody begins, and the ways to hand it in. */
export type Draft = {
  /** Below the repository's root, or the archive's folder if there is no repository. */
  path: string;
  text: string;
  /** ISO date of the build, which stands in the text until the browser puts today's there. */
  builtOn: string;
  /** Holds the whole file in its address, so that a link that downloads it needs no script. */
  download: { href: string; name: string };
  /** The forge's editor with this file; absent without a repository. */
  editor?: {
    href: string;
    forge: string;
    /** Whether it opens with the text; else it is to be copied. */
    isFilled: boolean;
  };
  /** A mail with the file in it; absent if no address takes them. */
  mail?: { href: string; address: string };
};

/** @param mail address, and subject: what the file is about, shortened if the mail gets too long */
export function makeDraft(
  { path, text, builtOn }: Pick<Draft, 'path' | 'text' | 'builtOn'>,
  editor: Draft['editor'],
  mail: { address: string; subject: string } | undefined,
): Draft {
  return {
    path,
    text,
    builtOn,
    download: {
      href: `data:text/markdown;charset=utf-8,${encodeURIComponent(text)}`,
      name: path.slice(path.lastIndexOf('/') + 1),
    },
    ...(editor ? { editor } : {}),
    ...(mail ? { mail: { address: mail.address, href: draftMail(mail.address, mail.subject, path, text) } } : {}),
  };
}

/** A mail has little room: the file goes into it without its comments. */
function draftMail(to: string, subject: string, path: string, text: string): string {
  const plain = text.replace(/ #.*$/gm, '').replace(/<!-- guide:.*?-->\n/s, '');
  const address = (short: string) => mailAddress(to, short, `${path}\n\n${plain}`);
  return address(fittingText(subject, address));
}
