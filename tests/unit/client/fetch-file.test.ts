import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchFile } from '../../../src/client/fetch-file.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that sends pieces, each so many milliseconds after the one before, and then, unless it ends there, nothing more. */
function serve(pieces: readonly (readonly [after: number, text: string])[], ends: boolean, status = 200) {
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason);
        });
        for (const [after, text] of pieces) {
          await new Promise((resolve) => setTimeout(resolve, after));
          if (signal?.aborted) return;
          controller.enqueue(new TextEncoder().encode(text));
        }
        if (ends) controller.close();
      },
    });
    return Promise.resolve(new Response(body, { status }));
  });
}

/** What comes of it in the end, however long that takes. */
async function outcome(asked: Promise<Response>) {
  const settled = asked.then(
    async (response) => ({ status: response.status, text: await response.text() }),
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(600_000);
  return settled;
}

it('waits for a slow file as long as it goes on coming', async () => {
  serve(
    Array.from({ length: 10 }, (_, index) => [25_000, String(index)] as const),
    true,
  );
  expect(await outcome(fetchFile('/a'))).toEqual({ status: 200, text: '0123456789' });
});

it('says of a bad answer what it means', async () => {
  serve([[0, 'gone']], true, 404);
  expect(await outcome(fetchFile('/a'))).toMatchObject({ failure: 'missing', message: '/a: 404' });
  serve([[0, 'sorry']], true, 503);
  expect(await outcome(fetchFile('/a'))).toMatchObject({ failure: 'failing', message: '/a: 503' });
});

it('gives up when the server does not answer', async () => {
  vi.stubGlobal(
    'fetch',
    (_url: string, { signal }: RequestInit) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  );
  expect(await outcome(fetchFile('/a'))).toMatchObject({
    failure: 'late',
    message: '/a: nothing came for 30000 ms.',
  });
});

it('gives up when the rest of a file does not come', async () => {
  serve([[10, 'half']], false);
  expect(await outcome(fetchFile('/a'))).toMatchObject({ failure: 'late' });
});

it('tells an error of the network from an answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await outcome(fetchFile('/a'))).toMatchObject({
    failure: 'unreachable',
    message: '/a: TypeError: Failed to fetch',
  });
});
