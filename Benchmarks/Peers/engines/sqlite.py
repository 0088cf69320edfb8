"""SQLite FTS5, by apsw.

A table without content, its lists merged into one; whole file mapped. Its BM25 has k1 = 1.2 and b = 0.75 for good, and
reads every match.
"""

import apsw

from engines.program import Engine, main

TOKENIZERS = {"english": "porter unicode61", "tokens": "unicode61"}
BEST = "SELECT rowid, rank FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?"
COUNT = "SELECT count(*) FROM text WHERE text MATCH ?"
NAMED = "SELECT ids.id, rank FROM text JOIN ids ON ids.rowid = text.rowid WHERE text MATCH ? ORDER BY rank LIMIT ?"


class SQLite(Engine):
    version = apsw.sqlite_lib_version()

    def build(self, ids, bodies, out, text):
        connection = apsw.Connection(str(out / "index.db"))
        run = connection.execute
        for setting in ("page_size=8192", "journal_mode=off", "synchronous=off", "cache_size=-1000000"):
            run(f"PRAGMA {setting}")
        run(f"CREATE VIRTUAL TABLE text USING fts5(body, content='', tokenize='{TOKENIZERS[text]}')")
        run("CREATE TABLE ids(rowid INTEGER PRIMARY KEY, id TEXT)")
        run("BEGIN")
        connection.executemany("INSERT INTO text(rowid, body) VALUES(?, ?)", enumerate(bodies, 1))
        connection.executemany("INSERT INTO ids VALUES(?, ?)", enumerate(ids, 1))
        run("COMMIT")
        run("INSERT INTO text(text) VALUES('optimize')")
        run("VACUUM")
        connection.close()

    def open(self, index):
        self.connection = apsw.Connection(f"{index}/index.db", flags=apsw.SQLITE_OPEN_READONLY)
        for setting in ("mmap_size=4000000000", "cache_size=-1000000"):
            self.connection.execute(f"PRAGMA {setting}")

    def search(self, query, mode, k):
        if mode == "count":
            return self.connection.execute(COUNT, (match(query, mode),)).get
        return len(self.connection.execute(BEST, (match(query, mode), k)).fetchall())

    def ranking(self, query, mode, k):
        for identifier, rank in self.connection.execute(NAMED, (match(query, mode), k)):
            yield identifier, -rank


def match(query, mode):
    """A query of words in FTS5's syntax."""
    if mode == "phrase":
        return f'"{query}"'
    operator = " AND " if mode == "intersection" else " OR "
    return operator.join(f'"{word}"' for word in query.split())


if __name__ == "__main__":
    main(SQLite())
