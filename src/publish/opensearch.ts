import { x } from 'xastscript';
import type { Config } from '../core/schema/config.ts';
import type { Urls } from '../core/urls.ts';
import { xmlDocument } from './xml.ts';

/** Lets a browser add the archive to its search engines: OpenSearch 1.1, draft 6, with its limits on lengths. */
export function opensearch(
  { title, description, locale }: Pick<Config, 'title' | 'description' | 'locale'>,
  urls: Urls,
): string {
  const document = x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    x('ShortName', cut(title, 16)),
    x('LongName', cut(title, 48)),
    x('Description', cut(description, 1024)),
    x('InputEncoding', 'UTF-8'),
    x('Language', locale),
    x('Url', { type: 'text/html', template: `${urls.absolute(urls.search())}?q={searchTerms}` }),
    x('Url', {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: urls.absolute(urls.file('opensearch.xml')),
    }),
  ]);
  return xmlDocument(document);
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most).join('').trimEnd();
}
