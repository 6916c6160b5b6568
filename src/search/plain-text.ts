/** The words of a thread in lower case: of its title, and of its document for the search. */
export function plainText(title: string, document: string): string {
  return `${title} ${document.replace(/<[^>]*>|&#?\w+;/g, ' ')}`.toLowerCase();
}
