/**
 * The name of the thread that people mean by a slug, by a path such as `content/threads/slug/answers/id.md`, or by the address of its page.
 * Whether there is such a thread is not looked at.
 */
export function threadName(text: string): string {
  const path = text
    .trim()
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  const named = /^(?:.*\/)?(?:questions\/([^/]+?)(?:\.(?:md|json))?|threads\/([^/]+))(?:\/.*)?$/.exec(path);
  const name = named?.[1] ?? named?.[2] ?? path.replace(/\/+(?:question\.md)?$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
