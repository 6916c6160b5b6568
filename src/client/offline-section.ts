import type { Words } from '../i18n/wording.ts';
import { element } from './element.ts';

/** What the worker that keeps the archive says when it is asked. */
type Report = { state: 'absent' | 'kept' | 'failed' } | { state: 'keeping'; done: number; total: number };

/**
 * Offers to keep the archive in this browser for reading without a network: pages and search index. Nothing where browsers cannot.
 * @param base path of the site
 */
export async function offlineSection(base: string, words: Words): Promise<HTMLElement | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const registration = await navigator.serviceWorker.getRegistration(base);
  const status = element('p', { role: 'status' });
  const button = element('button', { type: 'button' });
  const section = element('section', { class: 'facet' }, element('h2', {}, words.text.offline), status, button);

  const tell = (worker: ServiceWorker, message: 'keep' | 'renew'): void => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }: MessageEvent<Report>) => {
      showReport(data);
    };
    worker.postMessage(message, [channel.port2]);
  };
  const showReport = (report: Report): void => {
    status.textContent = {
      absent: words.text.offlineHint,
      kept: words.text.offlineKept,
      failed: words.text.offlineFailed,
      keeping:
        report.state === 'keeping' ? words.fill('offlineKeeping', { done: report.done, total: report.total }) : '',
    }[report.state];
    button.hidden = report.state === 'keeping';
    const isKept = report.state === 'kept';
    button.textContent = isKept ? words.text.offlineRemove : words.text.offlineKeep;
    button.onclick = () => void (isKept ? remove() : keep());
  };
  const keep = async (): Promise<void> => {
    showReport({ state: 'keeping', done: 0, total: 0 });
    try {
      await navigator.serviceWorker.register(`${base}offline-worker.js`, { scope: base });
      const { active } = await navigator.serviceWorker.ready;
      if (active) tell(active, 'keep');
    } catch {
      showReport({ state: 'failed' });
    }
  };
  const remove = async (): Promise<void> => {
    const own = await navigator.serviceWorker.getRegistration(base);
    await own?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(`responsa ${base} `)) await caches.delete(name);
    showReport({ state: 'absent' });
  };

  showReport({ state: registration?.active ? 'kept' : 'absent' });
  // Who comes to search is there for long enough to fetch what is new.
  if (registration?.active) tell(registration.active, 'renew');
  return section;
}
