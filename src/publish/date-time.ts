/** The date of a post as RFC 3339 wants it, with a time: a day alone begins at midnight UTC. */
export function dateTime(date: string): string {
  return new Date(date).toISOString().replace('.000Z', 'Z');
}
