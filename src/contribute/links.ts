import { fittingText } from '../core/contribute/address-length.ts';
import { answerDraft, placeholderAnswer, placeholderThread, questionDraft } from '../core/contribute/new-post.ts';
import type { TagName, ThreadSlug } from '../core/ids.ts';
import type { Config } from '../core/schema/config.ts';
import type { Words } from '../i18n/wording.ts';
import { makeDraft, type Draft } from './drafts.ts';
import { forgeOf } from './forge.ts';
import { mailAddress } from './mail.ts';

/** Where a reader goes to change the archive. */
export type ContributeLinks = ReturnType<typeof createContributeLinks>;

type Options = Pick<Config, 'repository' | 'mail'> & {
  /** The page that explains contributing, if the curators have one. */
  guide: string | undefined;
  /** The page with the draft of a question, for where no editor opens with one. */
  askPage: string;
  /** ISO date of today. */
  today: string;
  words: Pick<Words, 'text' | 'fill'>;
};

/**
 * Links into the editor of the forge that keeps the content; without one, what is written goes by mail or by hand.
 */
export function createContributeLinks({ repository, mail, guide, askPage, today, words }: Options) {
  const { text, fill } = words;
  const forge = repository && forgeOf(repository);
  const inContent = (path: string) =>
    `${(repository?.content ?? 'content').replace(/^\/+|\/+$/g, '')}/${path}`.replace(/^\//, '');

  const draft = (below: string, content: string, subject: string): Draft => {
    const file = { path: inContent(below), text: content };
    return makeDraft(
      { ...file, builtOn: today },
      forge && { href: forge.create(file), forge: forge.name, isFilled: forge.takesText },
      mail === undefined ? undefined : { address: mail, subject },
    );
  };
  const question = draft(
    `threads/${placeholderThread}/question.md`,
    questionDraft(today, { author: text.guideAuthor, text: `${text.guideQuestion}\n${text.guideNotShown}` }),
    text.askQuestion,
  );
  const mailAbout = (title: string, body: string) => {
    if (mail === undefined) return undefined;
    const address = (short: string) => mailAddress(mail, fill('mailImprove', { title: short }), body);
    return address(fittingText(title, address));
  };

  return {
    question,
    /** Where to ask: the editor with the draft, else the page that shows it. */
    ask: question.editor?.isFilled ? question.editor.href : askPage,
    answer: (slug: ThreadSlug, title: string): Draft =>
      draft(
        `threads/${slug}/answers/${placeholderAnswer}.md`,
        answerDraft(today, { author: text.guideAuthor, text: `${text.guideAnswer}\n${text.guideNotShown}` }),
        fill('mailAnswer', { title }),
      ),
    describeTag: (tag: TagName): string | undefined =>
      forge?.create({ path: inContent(`tags/${tag}.md`), text: `---\ndescription: # ${text.guideTag}\n---\n` }) ??
      mailAbout(tag, `${inContent(`tags/${tag}.md`)}\n`) ??
      guide,
    /**
     * Where a file is changed: in the editor, else by a mail about it, else as the guide says; nothing if there is none of them.
     * @param path of the file below the content folder, as in `RenderedPost.path`
     * @param about what it is called, and its address on the site with the origin
     */
    edit: (path: string, about: { title: string; url: string }): string | undefined =>
      forge?.edit(inContent(path)) ?? mailAbout(about.title, fill('mailImproveBody', { url: about.url })) ?? guide,
    /** What happened to a file or folder below the content folder; unknown without a repository. */
    history: (path: string) => forge?.history(inContent(path)),
  };
}
