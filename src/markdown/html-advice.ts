/** What to write instead of HTML that posts may not use, by the name of the element. */
const instead: Readonly<Record<string, string>> = {
  audio: 'link to the recording: [title](https://…)',
  button: 'use <kbd>…</kbd> for the name of a key or button',
  center: 'leave it out: the site sets the text',
  embed: 'link to it: [title](https://…)',
  font: 'use **bold** or *emphasis*',
  form: 'link to the page with the form: [title](https://…)',
  iframe: 'link to the page: [title](https://…)',
  input: 'use - [ ] for a task, <kbd>…</kbd> for a key',
  math: 'write the formula as $…$ in TeX',
  object: 'link to it: [title](https://…)',
  picture: 'use a picture of Markdown: ![what it shows](images/name.png)',
  strike: 'use ~~struck out~~',
  svg: 'save the drawing as a picture: ![what it shows](images/name.png)',
  tt: 'use `code`',
  video: 'link to the video: [title](https://…)',
};

export function adviceFor(element: string): string {
  return instead[element] ?? `leave it out, or write \`<${element}>\` in backticks to show it`;
}
