type AnswerOrder = 'votes' | 'newest' | 'oldest';

/**
 * Puts the answers of the page into the order that the reader chooses. The order in the page, which the archive ranked, is
 * the order by votes. Undated answers stand last in the orders by date.
 */
class AnswerSort extends HTMLElement {
  connectedCallback(): void {
    const list = document.getElementById('_answer-list');
    if (!list) return;
    const ranked = [...list.children].filter((child) => child instanceof HTMLElement);
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      list.append(...inOrder(ranked, target.value as AnswerOrder));
      for (const button of this.querySelectorAll('button')) button.ariaPressed = String(button === target);
    });
    this.hidden = false;
  }
}

function inOrder(ranked: readonly HTMLElement[], order: AnswerOrder): readonly HTMLElement[] {
  if (order === 'votes') return ranked;
  const sign = order === 'newest' ? -1 : 1;
  return ranked.toSorted((a, b) => {
    const [x, y] = [a.dataset['date'], b.dataset['date']];
    if (!x || !y) return Number(!x) - Number(!y);
    return x === y ? 0 : x < y ? -sign : sign;
  });
}

customElements.define('answer-sort', AnswerSort);
