/** What a rule says in a sentence, and why it is there. */
export type RuleText = { what: string; why: string };

/** Every rule by its name, those of src/markdown included: for `npm run validate -- --rules`, and for SARIF. */
export const ruleCatalogue: Readonly<Record<string, RuleText>> = {
  'alias-conflict': {
    what: 'An alias leads to one thread and hides no page.',
    why: 'Two redirects from one address cannot both be kept, and a redirect in the place of a page would hide the page.',
  },
  'answer-id': {
    what: 'The file name of an answer is a-z, 0-9 and -.',
    why: 'The name is the permanent anchor of the answer, in URLs and on every file system.',
  },
  'bad-formula': {
    what: 'A formula is valid TeX.',
    why: 'A formula that cannot be read is shown as code.',
  },
  'byte-order-mark': {
    what: 'A file does not begin with a byte-order mark.',
    why: 'Other tools that read frontmatter do not find it behind the invisible mark.',
  },
  'cannot-load': {
    what: 'A thread can be loaded.',
    why: 'When loading fails in a way that was not foreseen, the mistake is in Responsa: please report it with the thread.',
  },
  'cannot-render': {
    what: 'The Markdown of a post can be rendered.',
    why: 'A post that cannot be rendered is shown as it was typed.',
  },
  'comment-block': {
    what: 'A comment is text on one line, without lists, headings or blocks of code.',
    why: 'Comments are notes below a post; what needs more is an answer.',
  },
  'comment-length': {
    what: 'A comment is short.',
    why: 'Long comments bury what they say; they belong into an answer, where they can be found, edited and voted on.',
  },
  'comment-picture': {
    what: 'A comment has no pictures.',
    why: 'Comments are text; a picture belongs into the post.',
  },
  'dangling-accepted': {
    what: 'The accepted answer is one of the answers of the thread.',
    why: 'Otherwise the thread would look solved and show no solution.',
  },
  'dangling-duplicate': {
    what: 'duplicateOf names another thread of the archive.',
    why: 'Readers are led there for the answers.',
  },
  'dangling-link': {
    what: 'A link inside the archive leads to something that is there.',
    why: 'A link that leads nowhere is published as plain text.',
  },
  'date-order': {
    what: 'A post is not edited before it was written.',
    why: 'One of the two dates is wrong, and listings are sorted by them.',
  },
  'date-range': {
    what: 'A date is not in the future, and not before the year 1000.',
    why: 'A thread from the future would stay on top of listings and feeds.',
  },
  'defined-twice': {
    what: 'A footnote, and the address of a link, is given once.',
    why: 'Of two with the same name only the first is shown.',
  },
  'dropped-html': {
    what: 'Raw HTML is of the kinds that posts may use.',
    why: 'Everything else is left out of the page for the safety of readers, so it is better said another way.',
  },
  'duplicate-cycle': {
    what: 'Duplicates do not lead in a circle.',
    why: 'Readers would be sent round and never arrive at the answers.',
  },
  'empty-body': {
    what: 'A post has text below its frontmatter.',
    why: 'The text is what readers come for.',
  },
  'empty-file': {
    what: 'A file is not empty.',
    why: 'An empty file is mostly one that was not saved.',
  },
  encoding: {
    what: 'A file is UTF-8.',
    why: 'In other encodings letters beyond a-z would be replaced by question marks.',
  },
  'file-name': {
    what: 'The file name of a tag or an author can be part of a URL.',
    why: 'The name of the file is the name of the tag, or the handle of the author.',
  },
  'file-too-large': {
    what: 'A file is at most 4 MiB.',
    why: 'No post of that size is within the limits, so it is not even read.',
  },
  'frontmatter-forbidden': {
    what: 'Frontmatter uses no anchors, aliases, tags of YAML or keys such as __proto__.',
    why: 'Posts have no use for them, and they have been used for attacks.',
  },
  'frontmatter-language': {
    what: 'Frontmatter is YAML: the first line is exactly ---.',
    why: 'Some tools execute frontmatter in other languages, such as ---js. Here nothing is ever executed.',
  },
  'frontmatter-missing': {
    what: 'A file begins with frontmatter.',
    why: 'Title, author, votes and date stand there.',
  },
  'frontmatter-syntax': {
    what: 'Frontmatter is valid YAML.',
    why: 'Otherwise what it says cannot be told from what it was meant to say.',
  },
  'frontmatter-too-large': {
    what: 'Frontmatter is at most limits.frontmatterBytes long.',
    why: 'Reading YAML is costly, and long texts belong below it.',
  },
  'frontmatter-unclosed': {
    what: 'Frontmatter ends with a line of ---.',
    why: 'Otherwise nobody can tell where the text begins.',
  },
  'html-comment': {
    what: 'A post has no comments of HTML.',
    why: 'They are not on the page, and yet published: a reviewer overlooks them, a reader of the file does not.',
  },
  'insecure-picture': {
    what: 'A picture from elsewhere comes over https:.',
    why: 'Browsers refuse pictures over http: on a secure page.',
  },
  'invalid-value': {
    what: 'Every value of the frontmatter is of the right kind.',
    why: 'The site sorts, links and counts by these values.',
  },
  'invisible-characters': {
    what: 'A text has no characters that nobody sees and that have no use where they stand.',
    why: 'They can make a reviewer read something else than what is published (CVE-2021-42574).',
  },
  'line-ends': {
    what: 'Lines end with LF.',
    why: 'With Windows line ends every line of a file looks changed in a pull request.',
  },
  'lost-cells': {
    what: 'A row of a table has no more cells than the table has columns.',
    why: 'What is in further cells is not shown.',
  },
  'lost-in-comment': {
    what: 'No text of the frontmatter stands behind a # that YAML takes for the start of a comment.',
    why: 'What is in a comment is not read: “How do I use C #5?” would be published as “How do I use C”.',
  },
  'merge-conflict': {
    what: 'A text has no marks of a conflict that git left.',
    why: 'Both versions would be published, one below the other, with the marks between them.',
  },
  'missing-alt': {
    what: 'A picture has a description.',
    why: 'Readers who cannot see it, and search engines, know only the description.',
  },
  'missing-content': {
    what: 'The content folder is there, with threads/ in it.',
    why: 'Without it there is nothing to check.',
  },
  'missing-key': {
    what: 'Frontmatter has the keys that it must have.',
    why: 'A thread cannot be listed without a title, nor a post be credited without an author.',
  },
  'missing-picture': {
    what: 'A picture is in the images/ folder of its thread and is a picture.',
    why: 'Only what lies in the thread is published with it, and browsers show only what is a picture.',
  },
  'missing-question': {
    what: 'The folder of a thread has a question.md.',
    why: 'A thread begins with its question; answers without one are not shown.',
  },
  'not-text': {
    what: 'A Markdown file is text.',
    why: 'A NUL byte is a sign of another kind of file, or of UTF-16.',
  },
  'placeholder-name': {
    what: 'A thread and an answer have names of their own, and not the one that a draft came with.',
    why: 'The name is the address for good, and two drafts with the same name would take each other’s place.',
  },
  'post-too-long': {
    what: 'A post is at most limits.postCharacters long.',
    why: 'Longer texts are hard to read and to search, and slow to render.',
  },
  'symbolic-link': {
    what: 'The content has no symbolic links.',
    why: 'They could publish files from outside the content folder.',
  },
  'synonym-conflict': {
    what: 'A synonym belongs to one tag, and is no tag itself.',
    why: 'Otherwise nobody can tell which tag is meant.',
  },
  'table-too-large': {
    what: 'A table is within limits.tableColumns and limits.tableCells.',
    why: 'A few characters can make a table of millions of cells.',
  },
  'tag-synonym': {
    what: 'A question uses the names of tags, not their synonyms.',
    why: 'A synonym works, but files are easier to search when they use one name.',
  },
  'text-in-guide': {
    what: 'Nothing is written into the comment that a prefilled file explains itself with.',
    why: 'What stands in a comment is not on the page, so the answer would be missing there.',
  },
  'thread-slug': {
    what: 'The folder name of a thread is a-z, 0-9 and -.',
    why: 'The name is the permanent address of the thread, in URLs and on every file system.',
  },
  'too-deep': {
    what: 'Quotations, lists, emphasis and HTML are not inside each other too deep.',
    why: 'Deep nesting cannot be read on a small screen, and can be used to stop a build.',
  },
  'typographic-quotes': {
    what: 'A value is not in the quotation marks of running text.',
    why: 'To YAML only straight quotation marks are any; others are part of the value.',
  },
  'unclosed-code': {
    what: 'A block of code is closed.',
    why: 'Otherwise the rest of the post is shown as code.',
  },
  'unexpected-file': {
    what: 'Every file of the content has a place in the archive.',
    why: 'A file in the wrong place would be left out of the site without anybody noticing.',
  },
  'unknown-key': {
    what: 'Frontmatter has no keys that are not known.',
    why: 'A misspelt key would be ignored, and what it says would be lost.',
  },
  unreadable: {
    what: 'Every file and folder can be read.',
    why: 'What cannot be read cannot be published.',
  },
  'unsafe-url': {
    what: 'Addresses begin with https:, http: or (links) mailto:.',
    why: 'Others, such as javascript:, can run code in the reader’s browser, so they are dropped.',
  },
  'unused-definition': {
    what: 'A footnote is referred to, and [name]: … gives the address of a link.',
    why: 'What nothing refers to is not shown.',
  },
  'unused-picture': {
    what: 'Every picture is shown by a post of its thread.',
    why: 'A picture that no post shows is not published; perhaps a link to it is misspelt.',
  },
};
