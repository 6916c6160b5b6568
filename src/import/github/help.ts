import { longestComment, longestPlainComment } from './limits.ts';

/** The query that fetches all that an archive can keep. */
const githubQuery = `query($owner: String!, $name: String!, $endCursor: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: 20, after: $endCursor) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id number title url body createdAt lastEditedAt upvoteCount closed stateReason
        author { login url }
        category { name }
        labels(first: 20) { nodes { name } }
        answer { id url }
        comments(first: 50) {
          totalCount
          nodes {
            id databaseId url body createdAt lastEditedAt upvoteCount isAnswer isMinimized minimizedReason deletedAt
            author { login url }
            replies(first: 50) {
              totalCount
              nodes {
                id databaseId url body createdAt lastEditedAt upvoteCount isAnswer isMinimized minimizedReason deletedAt
                author { login url }
              }
            }
          }
        }
      }
    }
  }
}`;

/** What `import github-discussions --help` says of the source. */
export const githubHelp = `The source is what this prints, or a discussion a line, or a list of either:
    gh api graphql --paginate -F owner=OWNER -F name=REPOSITORY -f query='
${githubQuery.replace(/^/gm, '    ')}' > discussions.json

Rules
  A discussion is a thread. Its comments are answers; the chosen answer is the accepted one, also where it is a reply.
  A reply is a comment on the answer it replies to, if it is running text of at most ${longestPlainComment} characters: no code block,
  list, quotation, table or picture. Otherwise it is an answer, and so is what no longer fits beside the comments of one
  answer; the report names these. Over ${longestComment} characters, validation will advise to shorten a comment.
  Upvotes are votes. The labels and the category are tags. A closed discussion is closed, for the reason it was.
  Deleted comments, and those hidden as spam or abuse, are left out and reported; an author whose account is gone is
  anonymous. A discussion with more comments or replies than were fetched is reported as incomplete.
  HTML that is not HTML, such as <region>, is written so that it shows. Old addresses are not ours, so there are no redirects.`;
