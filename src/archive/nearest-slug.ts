/** The slug that a name comes nearest to, in lower case and without accents; nothing if no Latin letter or digit is left. */
export function nearestSlug(name: string): string | undefined {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return slug === '' ? undefined : slug;
}
