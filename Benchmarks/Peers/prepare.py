"""Prepares corpora and query files below Benchmarks/.build-peers/data, once.

    python prepare.py [--large]

raw.jsonl      the text as it is
tokens.jsonl   the same documents as terms joined by one space, from which all query benchmarks come
tokens-N.jsonl scaling: 10k and 100k documents in runs of neighbours; with --large 3m, recombined
queries/*.txt  one query a line, of terms
"""

import io
import json
import re
import subprocess
import sys

import queries
import scaling
from corpus import DATA, SHARED, line
from terms import Chain

BULK = SHARED / "bulk" / "corpus.jsonl.zst"
#: White space and control characters, which no corpus line has.
BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def bulk():
    """The documents of the bulk collection."""
    with subprocess.Popen(["zstd", "-dcq", BULK], stdout=subprocess.PIPE) as process:
        for text in io.TextIOWrapper(process.stdout, encoding="utf-8"):
            yield json.loads(text)


def write_corpora(raw, tokens):
    """Writes both forms of the bulk in one pass."""
    chain = Chain()
    for number, document in enumerate(bulk(), 1):
        fields = [BLANKS.sub(" ", document[field] or "").strip() for field in ("_id", "title", "text")]
        raw.write(line(*fields))
        tokens.write(line(fields[0], *(" ".join(chain.terms(field)) for field in fields[1:])))
        if number % 50_000 == 0:
            print(f"  {number} documents", file=sys.stderr)


def make(names, write):
    """Calls `write` with new files of these names, unless all are there; a file has its name only when complete."""
    paths = [DATA / name for name in names]
    if all(path.exists() for path in paths):
        return
    print(f"prepare {', '.join(names)}", file=sys.stderr)
    parts = [path.with_name(path.name + ".part") for path in paths]
    files = [open(part, "w", encoding="utf-8") for part in parts]
    write(*files)
    for file, part, path in zip(files, parts, paths):
        file.close()
        part.rename(path)


def prepare(large):
    """Makes what is missing."""
    if not BULK.exists():
        sys.exit(f"prepare: expected the bulk collection in {BULK}; name its folder by TITER_DATA")
    (DATA / "queries").mkdir(parents=True, exist_ok=True)
    make(["raw.jsonl", "tokens.jsonl"], write_corpora)
    tokens = DATA / "tokens.jsonl"
    for name, lines in queries.SETS.items():
        make([f"queries/{name}.txt"], lambda file: file.writelines(f"{query}\n" for query in lines(tokens)))
    make(["tokens-10k.jsonl"], lambda file: scaling.sample(tokens, 10_000, file))
    make(["tokens-100k.jsonl"], lambda file: scaling.sample(tokens, 100_000, file))
    if large:
        make(["tokens-3m.jsonl"], lambda file: scaling.recombine(tokens, 3_000_000, file))


if __name__ == "__main__":
    prepare(large="--large" in sys.argv)
