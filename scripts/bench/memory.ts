import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches how much memory this process and all below it hold together (resident set size, from /proc, five times a second).
 * @returns a function that ends the watch and gives the peak in bytes, or undefined where there is no /proc
 */
export function watchMemory(): () => number | undefined {
  let peak = 0;
  const look = () => {
    try {
      peak = Math.max(peak, treeMemory(process.pid));
    } catch {
      // A process that ended while it was looked at.
    }
  };
  const timer = setInterval(look, 200).unref();
  return () => {
    clearInterval(timer);
    look();
    return peak || undefined;
  };
}

function treeMemory(root: number): number {
  const parents = new Map<number, { parent: number; bytes: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(name), { parent: field('PPid'), bytes: field('VmRSS') * 1024 });
    } catch {
      continue;
    }
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid)?.parent ?? 0));
  let sum = 0;
  for (const [pid, { bytes }] of parents) if (isBelow(pid)) sum += bytes;
  return sum;
}
