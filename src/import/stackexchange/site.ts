import type { Report } from '../report.ts';
import type { Dump } from './dump.ts';

/** What all posts of one dump have in common. */
export type Site = { host: string; retrieved: string | undefined; dump: Dump; report: Report };
