import { createContext, runInContext } from 'node:vm';

export type PagefindWorker = {
  /** Sends a message as Pagefind's `pagefind.js` does (`pagefind_web_js/lib/pagefind_worker.ts`). @returns what is answered */
  call: (method: string, ...args: unknown[]) => Promise<unknown>;
  /** Lets go of it. What was not answered yet, and every later call, fails for this reason. */
  end: (reason: Error) => void;
};

/** Nothing is there: `read` answers what is asked of it. */
const address = 'http://index.invalid/';

/**
 * Runs the script of Pagefind's worker in this process, in a global scope of its own that has no more than the script needs.
 * @param script `pagefind-worker.js` as Pagefind's command writes it beside an index
 * @param language as the index names it
 * @param read gives a file of the index by its path in it. If it throws, the calls fail with that error: Pagefind by itself goes on
 *   without a piece of the index, or throws where nobody can catch it
 */
export function runPagefindWorker(
  script: string,
  language: string,
  read: (path: string) => Uint8Array<ArrayBuffer>,
): PagefindWorker {
  const waiting = new Map<string, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let listen: (event: { data: unknown }) => void = () => undefined;
  let count = 0;
  let ended: Error | undefined;

  const end = (reason: Error) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const complain = (text: string) => {
    end(new Error(text));
  };
  const never = new Promise<never>(() => undefined);
  const self = {
    addEventListener: (_: string, listener: typeof listen) => (listen = listener),
    postMessage: ({ id, result, error }: { id: string; result?: unknown; error?: string }) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(result);
      else call?.reject(new Error(error));
    },
  };
  const globals = {
    self,
    fetch: (file: string): Promise<Response> => {
      try {
        return Promise.resolve(new Response(read(new URL(file).pathname.slice(1))));
      } catch (error) {
        end(error instanceof Error ? error : new Error(String(error)));
        return never;
      }
    },
    // It asks again and again whether the index has come.
    setTimeout: (done: () => void, milliseconds: number) => {
      if (!ended) setTimeout(done, milliseconds);
    },
    console: { log: () => undefined, warn: complain, error: complain },
    WebAssembly,
    TextDecoder,
    TextEncoder,
    URL,
  };
  runInContext(script, createContext(globals), { filename: 'pagefind-worker.js' });

  const call = (method: string, ...args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const id = String(count++);
      waiting.set(id, { resolve, reject });
      listen({ data: { id, method, args } });
    });
  // This is answered before anything is read; what goes wrong is told to whoever calls next.
  call('init', { basePath: address, language, primary: true }).catch(() => undefined);
  return { call, end };
}
