/** The tables of an export. Plain types, foreign keys, and a full-text index that Datasette finds by itself. */
export const tables = `
CREATE TABLE authors (
  handle TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  url TEXT,
  biography TEXT
);
CREATE TABLE author_links (
  author TEXT NOT NULL REFERENCES authors (handle),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (author, position)
);
CREATE TABLE tags (
  name TEXT PRIMARY KEY,
  title TEXT,
  description TEXT,
  wiki TEXT
);
CREATE TABLE tag_synonyms (
  synonym TEXT NOT NULL,
  tag TEXT NOT NULL REFERENCES tags (name),
  PRIMARY KEY (synonym, tag)
);
CREATE TABLE threads (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  closed_reason TEXT,
  accepted TEXT,
  duplicate_of TEXT REFERENCES threads (slug),
  lang TEXT
);
CREATE TABLE thread_tags (
  thread TEXT NOT NULL REFERENCES threads (slug),
  tag TEXT NOT NULL REFERENCES tags (name),
  position INTEGER NOT NULL,
  PRIMARY KEY (thread, tag)
);
CREATE TABLE thread_aliases (
  thread TEXT NOT NULL REFERENCES threads (slug),
  alias TEXT NOT NULL,
  PRIMARY KEY (thread, alias)
);
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  thread TEXT NOT NULL REFERENCES threads (slug),
  answer_id TEXT,
  title TEXT,
  accepted INTEGER NOT NULL,
  author TEXT REFERENCES authors (handle),
  author_name TEXT,
  author_url TEXT,
  votes INTEGER NOT NULL,
  date TEXT,
  edited TEXT,
  license TEXT,
  source_site TEXT,
  source_url TEXT,
  source_id TEXT,
  source_retrieved TEXT,
  body TEXT NOT NULL
);
CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  post INTEGER NOT NULL REFERENCES posts (id),
  position INTEGER NOT NULL,
  author TEXT REFERENCES authors (handle),
  author_name TEXT,
  author_url TEXT,
  date TEXT,
  votes INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  text TEXT,
  bytes BLOB
);
CREATE VIRTUAL TABLE posts_fts USING fts5 (title, body, content="posts", content_rowid="id");
CREATE VIRTUAL TABLE comments_fts USING fts5 (text, content="comments", content_rowid="id");
`;

/** What is done once all rows are in. */
export const finishing = `
CREATE INDEX posts_of_thread ON posts (thread);
CREATE INDEX posts_of_author ON posts (author);
CREATE INDEX comments_of_post ON comments (post);
CREATE INDEX comments_of_author ON comments (author);
CREATE INDEX threads_of_tag ON thread_tags (tag);
INSERT INTO posts_fts (posts_fts) VALUES ('rebuild');
INSERT INTO comments_fts (comments_fts) VALUES ('rebuild');
`;
