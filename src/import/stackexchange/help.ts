/** What `import stackexchange --help` says of the source. */
export const stackexchangeHelp = `SOURCE is a Stack Exchange data dump of one site: the folder that Posts.xml is in, or the .7z as it is downloaded from
https://archive.org/details/stackexchange or from "Settings > Data dump access" of a profile.

  - Posts.xml must be there. PostHistory.xml, Comments.xml, Users.xml, Tags.xml and PostLinks.xml are read if they are;
    Votes.xml and Badges.xml are not: votes are summed up in the posts.
  - A body is the newest Markdown of PostHistory.xml; without it, the HTML of Posts.xml is turned into Markdown.
  - Answers are called by their number, threads by their title; the old address questions/123 leads to the thread,
    unless a thread of another source has it already: then it is left out and reported.
  - Dumps from before 2018 do not name licences: CC BY-SA 2.5, 3.0 or 4.0 is set by the date, as the site's terms say.
  - Tags without excerpt and wiki get no file; authors who wrote nothing that is imported get none.`;
