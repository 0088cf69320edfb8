"""Checks that an index goes to other engines and comes back by CIFF, with nothing lost that ranks.

    python3 Benchmarks/Peers/ciff.py [--titer .build/release/titer] [--collections NAME ...] [--topics 100]

For each collection of Benchmarks/Quality and each analyzer: ciff-toolkit (PyPI), which knows nothing of Titer, reads the
export; BM25 in 64 bits, computed here from what it read, gives the documents and scores that `titer run` gives; what it writes
itself, terms in another order, imports into an index with the same run, byte for byte; and that index exports the same bytes.
Scores are computed for topics that ask for their words alone: not for names that Titer looks for in two ways, which weigh as one.
Installs what it misses.
"""

import argparse
import heapq
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from corpus import ROOT, WORK

sys.path.append(str(ROOT / "Benchmarks" / "Quality"))

PACKAGES = ["ciff-toolkit==0.2.2"]
K1, B = 0.9, 0.4
TOLERANCE = 2e-6
DEPTH = 100
#: The character behind the text of a term that ranks, where a chain makes several terms of a word.
RANKED = "\x1f"


def with_packages():
    """Runs the script again where ciff-toolkit can be imported."""
    python = WORK / "ciff-venv" / "bin" / "python"
    if pathlib.Path(sys.prefix) == WORK / "ciff-venv":
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True)
    os.execv(python, [str(python), *sys.argv])


class Collection:
    """What ciff-toolkit reads of a file."""

    def __init__(self, path):
        from ciff_toolkit.read import CiffReader

        with CiffReader(path) as reader:
            self.header = reader.read_header()
            self.lists = {message.term: message for message in reader.read_postings_lists()}
            self.documents = list(reader.read_documents())
        assert self.header.num_docs == len(self.documents) == self.header.total_docs
        assert self.header.num_postings_lists == len(self.lists)
        assert self.header.total_terms_in_collection == sum(record.doclength for record in self.documents)

    def scores(self, terms):
        """The documents that hold a term, and their scores."""
        scores = {}
        average = self.header.average_doclength
        for term in terms:
            message = self.lists.get(term)
            if message is None:
                continue
            weight = math.log(1 + (len(self.documents) - message.df + 0.5) / (message.df + 0.5))
            number = 0
            for posting in message.postings:
                number += posting.docid
                norm = K1 * (1 - B + B * self.documents[number].doclength / average)
                scores[number] = scores.get(number, 0.0) + weight * posting.tf / (posting.tf + norm)
        return {self.documents[number].collection_docid: score for number, score in scores.items()}

    def write(self, path, seed):
        """The collection as ciff-toolkit writes it, with the terms in any order."""
        from ciff_toolkit.write import CiffWriter

        lists = list(self.lists.values())
        random.Random(seed).shuffle(lists)
        with CiffWriter(path) as writer:
            writer.write_header(self.header)
            writer.write_postings_lists(lists)
            writer.write_documents(self.documents)


def asked(titer, command, index, text):
    """What a command says of a text, as JSON; nothing where the text has no terms."""
    done = subprocess.run([titer, *command, "--index", index, "--json", "--", text], stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else {}


def terms(titer, index, text):
    """The terms of a text that rank, each as often as it comes; `None` where a query of it has others."""
    behind = {"both": "", "ranked": RANKED}
    tokens = [token for token in asked(titer, ["analyze"], index, text).get("tokens", []) if token["layer"] in behind]
    parts = asked(titer, ["parse", "--syntax", "plain"], index, text).get("parts", [])
    if {token["term"] for token in tokens} != {term for part in parts for term in part["ranked"]}:
        return None
    return [token["term"] + behind[token["layer"]] for token in tokens]


def run(titer, topics, index):
    """What `titer run` writes."""
    return subprocess.check_output([titer, "run", topics, "--index", index, "-n", str(DEPTH)], text=True)


def compare(text, ours):
    """The largest difference between the scores of a run and those computed; the documents must be the best ones."""
    found = {}
    for line in text.splitlines():
        topic, _, document, _, score, _ = line.split()
        found.setdefault(topic, []).append((document, float(score)))
    largest = 0.0
    for topic, scores in ours.items():
        answers = found.get(topic, [])
        best = heapq.nlargest(DEPTH, scores.values())
        assert len(answers) == len(best), f"topic {topic}: {len(answers)} documents, expected {len(best)}"
        for (document, score), expected in zip(answers, best):
            largest = max(largest, abs(score - scores[document]) / max(expected, 1), abs(score - expected) / max(expected, 1))
    assert largest <= TOLERANCE, f"scores differ by {largest}"
    return largest


def check(titer, collection, analyzer, topics, folder):
    """Prints what was found of a collection under an analyzer."""
    index, copy = folder / "index", folder / "copy"
    exported, foreign, again = (folder / name for name in ("export.ciff", "foreign.ciff", "again.ciff"))
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run([titer, "index", "-q", "--analyzer", analyzer, collection.documents, "-o", index], **quiet)
    subprocess.run([titer, "ciff", "export", "--index", index, "-o", exported], **quiet)
    read = Collection(exported)
    words = {topic: terms(titer, index, text) for topic, text in topics}
    ours = {topic: read.scores(words[topic]) for topic in words if words[topic] is not None}
    selected = folder / "topics.tsv"
    selected.write_text("".join(f"{topic}\t{text}\n" for topic, text in topics))
    text = run(titer, selected, index)
    largest = compare(text, ours)
    read.write(foreign, seed=1)
    subprocess.run([titer, "ciff", "import", foreign, "-o", copy], **quiet)
    subprocess.run([titer, "check", "--index", copy], **quiet)
    assert run(titer, selected, copy) == text, "the imported index ranks otherwise"
    subprocess.run([titer, "ciff", "export", "--index", copy, "-o", again], **quiet)
    assert again.read_bytes() == exported.read_bytes(), "the imported index exports other bytes"
    print(
        f"{collection.name}, {analyzer}: {len(read.documents)} documents, {len(read.lists)} terms, "
        f"scores of {len(ours)} topics differ by {largest:.1e} at most; imported, the same run of all {len(topics)} and the "
        f"same bytes ({exported.stat().st_size})",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titer", type=pathlib.Path, default=ROOT / ".build" / "release" / "titer")
    parser.add_argument("--collections", nargs="*")
    parser.add_argument("--topics", type=int, default=100)
    options = parser.parse_args()
    with_packages()
    import relevance

    for collection in relevance.collections():
        if options.collections and collection.name not in options.collections:
            continue
        with open(collection.topics) as lines:
            topics = [(topic["_id"], " ".join(topic["text"].split())) for topic in map(json.loads, lines)]
        topics = [topic for topic in topics if topic[0] in collection.qrels][: options.topics]
        for analyzer in ("english", "plain", "biomedical"):
            with tempfile.TemporaryDirectory() as folder:
                check(options.titer.resolve(), collection, analyzer, topics, pathlib.Path(folder))


if __name__ == "__main__":
    main()
