import { importDump } from './import-dump.ts';

// Run as a process of its own: imports a dump and dies after so many threads, as by kill -9.
const [dump = '', content = '', threads = ''] = process.argv.slice(2);
await importDump(dump, content, {
  onProgress: (step, done) => {
    if (step === 'writing' && done === Number(threads)) process.kill(process.pid, 'SIGKILL');
  },
});
