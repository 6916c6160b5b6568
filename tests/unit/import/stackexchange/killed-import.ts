import { importDump } from './import-dump.ts';

// Run as a process of its own: imports a dump and dies when so many threads are written, as by kill -9.
const [dump = '', content = '', threads = '', jobs = ''] = process.argv.slice(2);
await importDump(dump, content, {
  jobs: Number(jobs),
  onProgress: (step, done) => {
    if (step === 'writing' && done >= Number(threads)) process.kill(process.pid, 'SIGKILL');
  },
});
