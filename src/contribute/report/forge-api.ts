import type { z } from 'zod';

/** The forge did not do what it was asked; the message says what it answered. */
export class ForgeError extends Error {}

/** Where the interface of a forge is, and with which right. GitHub and Forgejo answer alike to what is asked here. */
export type ForgeApi = {
  /** `https://api.github.com`, or `https://codeberg.org/api/v1`. */
  api: string;
  /** `owner/name`. */
  repository: string;
  token: string;
};

/** Asks the interface of a forge. @throws ForgeError */
export async function askForge<T>(
  { api, repository, token }: ForgeApi,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  schema: z.ZodType<T>,
  body?: object,
): Promise<T> {
  const response = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new ForgeError(`${method} ${path.replace(/\?.*$/, '')} answers ${response.status}.`);
  }
  const result = schema.safeParse(await response.json());
  if (!result.success)
    throw new ForgeError(`${method} ${path.replace(/\?.*$/, '')} answers something else than expected.`);
  return result.data;
}
