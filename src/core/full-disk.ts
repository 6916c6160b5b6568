/** SQLITE_FULL of https://www.sqlite.org/rescode.html. */
const sqliteFull = 13;

/** Whether an error, or what caused it, says that there is no space left on a disk. */
export function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ENOSPC') return true;
  if ('errcode' in error && error.errcode === sqliteFull) return true;
  // What another process or thread said comes as text.
  return /\bENOSPC\b|no space left on device/i.test(error.message) || isFullDisk(error.cause);
}
