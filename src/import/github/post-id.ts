/** The `externalId` of a discussion: `owner/repository/12`; `12` if its address is not known. */
export function discussionId({ url, number }: { url?: string | null | undefined; number: number }): string {
  const repository = repositoryOf(url);
  return repository === undefined ? String(number) : `${repository.toLowerCase()}/${number}`;
}

/** `owner/repository` from the address of a discussion or of one of its comments. */
export function repositoryOf(url: string | null | undefined): string | undefined {
  return /^https:\/\/[^/]+\/([^/]+\/[^/]+)\/discussions\/\d+/.exec(url ?? '')?.[1];
}

/** The `externalId` of a comment or reply: `owner/repository/12#discussioncomment-345`. */
export function commentId({ url }: { url?: string | null | undefined }): string | undefined {
  return idOfUrl(url ?? '');
}

/** The `externalId` behind an address of a discussion, or of a comment in it. */
export function idOfUrl(url: string): string | undefined {
  const found = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/discussions\/(\d+)(?:[/?][^#]*)?(#discussioncomment-\d+)?/i.exec(
    url,
  );
  return found ? `${found[1]?.toLowerCase()}/${found[2]}${found[3] ?? ''}` : undefined;
}
