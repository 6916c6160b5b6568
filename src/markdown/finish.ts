import type { Element, ElementContent, Parents, Root } from 'hast';
import { contextOf, type RenderContext, type RenderFile } from './context.ts';
import { finishFootnoteId, finishFootnoteLink, finishFootnotes } from './footnotes.ts';
import { finishHeading, levelsOf } from './headings.ts';
import { highlighted, languageOf } from './highlight.ts';
import { finishFragment, finishLink, type FragmentLink } from './links.ts';
import { classOf, formula, reportFormulas } from './mathematics.ts';
import { finishPicture } from './pictures.ts';
import { scrollable } from './tables.ts';
import { englishWords } from './words.ts';

/**
 * Elements whose text may run either way, whatever the page around it does. A block that holds paragraphs is not among them: its
 * direction would be taken from its own text, and it has none.
 */
const directed = new Set('p li h1 h2 h3 h4 h5 h6 td th dt dd summary figcaption caption'.split(' '));

/** The one walk over the sanitized tree. What is added here is made by the site and passes no sanitizer again. */
export function finish() {
  return (tree: Root, file: RenderFile): void => {
    const context = contextOf(file);
    const fragments: FragmentLink[] = [];
    context.headingLevels = levelsOf(tree);
    visit(tree, context, fragments);
    for (const fragment of fragments) finishFragment(fragment, context);
    reportFormulas(context);
  };
}

function visit(parent: Parents, context: RenderContext, fragments: FragmentLink[]): void {
  parent.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    const result = finishElement(child, context, fragments);
    parent.children[index] = result;
    if (result === child || child.tagName === 'table') visit(child, context, fragments);
  });
}

function holdsParagraphs({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'p');
}

/** What stands in the place of an element: itself, if it is not replaced or wrapped. */
function finishElement(element: Element, context: RenderContext, fragments: FragmentLink[]): ElementContent {
  const { properties } = element;
  if (directed.has(element.tagName) && !holdsParagraphs(element)) properties['dir'] ??= 'auto';
  switch (element.tagName) {
    case 'a': {
      if (properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined) {
        finishFootnoteLink(element, context);
        return element;
      }
      const fragment = finishLink(element, context);
      if (fragment) fragments.push(fragment);
      return element;
    }
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      if (properties['className'] === undefined) finishHeading(element, context);
      return element;
    case 'section':
      finishFootnotes(element, context);
      return element;
    case 'li':
      if (properties['id'] !== undefined) finishFootnoteId(element, context);
      return element;
    case 'img':
      return finishPicture(element, context);
    case 'pre':
      context.hasCode = true;
      properties['tabIndex'] = 0;
      return element;
    case 'code':
      return finishCode(element, context);
    case 'input':
      properties['ariaLabel'] = (context.options.words ?? englishWords)[
        properties['checked'] ? 'taskDone' : 'taskOpen'
      ];
      return element;
    case 'td':
    case 'th':
      if (properties['align'] !== undefined) properties['className'] = [`align-${String(properties['align'])}`];
      delete properties['align'];
      return element;
    case 'table':
      return scrollable(element, (context.options.words ?? englishWords).table);
    default:
      return element;
  }
}

function finishCode(code: Element, context: RenderContext): ElementContent {
  if (/^math-(?:inline|display)$/.test(classOf(code))) {
    context.hasMath = true;
    return formula(code, context);
  }
  const language = languageOf(code);
  if (language) code.properties['className'] = [`language-${language}`];
  const [text] = code.children;
  if (language !== undefined && text?.type === 'text')
    code.children = highlighted(text.value, language) ?? code.children;
  return code;
}
