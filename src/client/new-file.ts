import { fits, fittingText } from '../core/contribute/address-length.ts';
import { answerName, threadName } from '../core/contribute/draft-name.ts';
import { fillDraft, titleParameter, type DraftFacts } from '../core/contribute/fill-draft.ts';
import { browserFacts } from './draft-facts.ts';

/**
 * A link that begins a new file, or its draft: the day of the build and the placeholder of the name give way to the reader's day and a
 * name of its own, so that those who answer the same question at once do not meet. On the page to ask, its title comes by the address.
 */
class NewFile extends HTMLElement {
  connectedCallback(): void {
    const { today, random } = browserFacts();
    const isQuestion = this.dataset['kind'] === 'question';
    const title = isQuestion ? (new URLSearchParams(location.search).get(titleParameter) ?? '') : '';
    const name = isQuestion ? threadName(title, today, random) : answerName(today, random);
    const facts = { builtOn: this.dataset['built'] ?? '', today, name, title };
    for (const link of this.querySelectorAll('a')) fillLink(link, facts);
    for (const text of this.querySelectorAll('code')) text.textContent = fillDraft(text.textContent, facts);
    const copy = this.querySelector('button');
    if (copy) this.offerCopy(copy);
  }

  private offerCopy(button: HTMLButtonElement): void {
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(this.querySelector('pre')?.textContent ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? '';
      });
    });
  }
}

function fillLink(link: HTMLAnchorElement, facts: DraftFacts): void {
  // The attribute, since the property has the address of the page before it.
  const address = link.getAttribute('href') ?? '';
  const filled = (title: string) => fillDraft(address, { ...facts, title }, encodeURIComponent);
  const { title = '' } = facts;
  const isFile = address.startsWith('data:');
  link.setAttribute('href', filled(isFile || fits(filled(title)) ? title : fittingText(title, filled)));
  if (link.download !== '') link.download = fillDraft(link.download, facts);
}

customElements.define('new-file', NewFile);
