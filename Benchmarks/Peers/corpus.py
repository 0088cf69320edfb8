"""Where the harness keeps things, and the one line format of its corpora: {"id", "title", "text"}."""

import json
import os
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: Collections outside the project, as for Benchmarks/Quality.
SHARED = pathlib.Path(os.environ.get("TITER_DATA", ROOT.parent / "shared" / "data"))
#: All that is downloaded, made or measured; never committed.
WORK = HERE.parent / ".build-peers"
DATA = WORK / "data"


def documents(path):
    """The documents of a corpus, one after another."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def texts(path):
    """Identifiers and texts (title and body in one) of a corpus, in memory."""
    ids, bodies = [], []
    for document in documents(path):
        ids.append(document["id"])
        bodies.append(body(document))
    return ids, bodies


def body(document):
    """What every engine indexes: title and text in one field."""
    return f"{document['title']} {document['text']}".strip()


def line(identifier, title, text):
    """A corpus line. Keys come in this order without spaces, so that a reader in C++ may be simple."""
    record = {"id": identifier, "title": title, "text": text}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
