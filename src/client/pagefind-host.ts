/**
 * Runs Pagefind's worker, and tells of each file that does not come: Pagefind goes on without a piece of its index, and then finds
 * less than there is, without a word. The name of the worker is the address of the index.
 */
declare function importScripts(url: string): void;

const fetchFile = self.fetch.bind(self);

self.fetch = async (input, init) => {
  try {
    const response = await fetchFile(input, init);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response;
  } catch (error) {
    self.postMessage({ failed: String(error) });
    throw error;
  }
};

importScripts(`${self.name}pagefind-worker.js`);
