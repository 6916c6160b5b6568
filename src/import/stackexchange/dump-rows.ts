/** Types of posts, as a dump numbers them. */
export const question = '1';
export const answer = '2';

/** The columns of a row, by their names in the dump. */
export type Attributes = Readonly<Record<string, string>>;
/** A row of Posts.xml, and the line on which it ends. */
export type Post = { id: number; attributes: Attributes; line: number };
export type CommentRow = { id: number; attributes: Attributes };
/** A post with the newest Markdown of its history, if that is in the dump, and the comments on it by their ids. */
export type PostRows = Post & { typed: string | undefined; comments: CommentRow[] };
export type ThreadRows = { question: PostRows; answers: PostRows[] };
