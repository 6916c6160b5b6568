/** A file on one side of a change, or as it is on disk. */
export type FileVersion = {
  kind: 'file' | 'executable' | 'link' | 'submodule';
  /** In bytes. */
  size: number;
  /** Absent if they were not asked for, or are too many to be a post. */
  bytes?: Uint8Array;
};
