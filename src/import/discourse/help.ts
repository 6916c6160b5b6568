import { roomForComments } from '../comment-text.ts';
import { longestComment } from './topic-to-thread.ts';

/** What `import discourse --help` says of the source. */
export const discourseHelp = `The source is a folder with a topic a file, or one file with a topic, a list of topics, or a topic a line.
A topic is what a forum gives at
    https://FORUM/t/ID.json?print=true&include_raw=true
  print=true gives up to 1,000 posts at once; without it there are 20, and the topic is reported as incomplete.
  include_raw=true gives the Markdown as it was typed, which is taken if it is there; else the HTML is turned into Markdown.
  Put https://FORUM/categories.json beside the topics, and categories become tags.

Rules
  The first post is the question. Its tags and its category are the thread's tags.
  A reply to a post becomes a comment on it if it has at most ${longestComment} characters and is running text: no code block, list, quotation,
  table or picture. A comment on a comment goes to the same post. All other posts are answers, and so is the accepted one,
  and what no longer fits beside ${roomForComments} bytes of comments on one post.
  Likes are votes. The accepted answer is the one of the Solved plugin.
  Quotations say who is quoted and link to the post; previews of links become quotations; emoji become characters; pictures in a
  frame become the full picture, by its address.
  Small actions ("closed this topic") are no posts; the last one's words are the reason why a thread is closed. Deleted and hidden
  posts and whispers of the staff are left out and reported; a post whose author is gone is by anonymous.
  Old addresses (t/slug/ID, t/ID) redirect to the thread.`;
