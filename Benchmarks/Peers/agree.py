"""Checks on a small corpus that each engine finds and ranks as its formula says.

    python agree.py [ENGINE ...]

For unions and intersections, the scores of the best 100 are compared rank by rank with those of the oracle, and each
hit's score with the oracle's for that document: so ties may fall either way, and nothing else may differ. For phrases
the sets of documents are compared, and for counts the sums. PISA drops unknown words of an intersection; its check
leaves such queries out.
"""

import itertools
import sys

import numpy

from catalogue import ENGINES
from corpus import DATA, WORK
from oracle import FORMULAS, Oracle
from peer import run

CORPUS = DATA / "tokens-10k.jsonl"
LIMIT = 100
QUERIES = 200
#: Scores are summed in 32-bit floating point, in any order.
TOLERANCE = 2e-5
CHECKS = [
    *(("union", name) for name in ("titles", "topics", "long", "stops")),
    *(("intersection", name) for name in ("titles", "stops")),
    ("phrase", "phrases"),
    ("count", "titles"),
    ("count", "stops"),
]


def hits_by_query(path):
    """The identifiers and scores of a run, by query number."""
    rows = [line.split() for line in path.read_text().splitlines()]
    groups = itertools.groupby(rows, key=lambda row: int(row[0]))
    return {number: [(row[2], float(row[4])) for row in group] for number, group in groups}


class Comparison:
    """One engine against the oracle."""

    def __init__(self, engine, oracle):
        self.engine, self.oracle = engine, oracle
        self.formula = FORMULAS[engine.name]
        self.numbers = {name: number for number, name in enumerate(oracle.ids)}
        self.folder = WORK / "agree"
        self.index = self.folder / engine.name
        self.folder.mkdir(parents=True, exist_ok=True)
        run(engine, "build", CORPUS, self.index)

    def check(self, mode, name):
        """The largest relative difference of a score, and what is wrong; None for what the engine hasn't."""
        queries = (DATA / "queries" / f"{name}.txt").read_text().splitlines()[:QUERIES]
        some, out = self.folder / "queries.txt", self.folder / "run.txt"
        if self.engine.name == "pisa" and mode == "intersection":
            queries = [query for query in queries if all(word in self.oracle.postings for word in query.split())]
        some.write_text("\n".join(queries) + "\n")
        limit = 10_000 if mode == "phrase" else LIMIT
        options = {"--mode": mode, "--k": limit, "--warm": 0, "--passes": 1}
        if mode != "count":
            options["--run"] = out
        report = run(self.engine, "query", self.index, some, *itertools.chain(*options.items()))
        if report is None:
            return None
        masks = [self.oracle.matches(query, mode) for query in queries]
        if mode == "count":
            expected = sum(int(mask.sum()) for mask in masks)
            return 0, [] if report["hits"] == expected else [f"expected {expected} matches, found {report['hits']}"]
        found = hits_by_query(out)
        every = enumerate(zip(queries, masks))
        results = [self.compare(query, mode, mask, found.get(number, [])) for number, (query, mask) in every]
        return max(difference for difference, _ in results), [fault for _, fault in results if fault]

    def compare(self, query, mode, mask, hits):
        """One query's largest relative difference and what is wrong with it."""
        numbers = [self.numbers[name] for name, _ in hits]
        if mode == "phrase":
            same = set(numbers) == set(numpy.flatnonzero(mask))
            return 0, None if same else f"“{query}”: expected {mask.sum()} documents, found {len(hits)}"
        scores = numpy.where(mask, self.oracle.scores(query, self.formula), 0)
        best = -numpy.sort(-scores[mask])[:LIMIT]
        if len(best) != len(hits):
            return 0, f"“{query}”: expected {len(best)} hits, found {len(hits)}"
        if not hits:
            return 0, None
        given = numpy.array([score for _, score in hits])
        difference = max(abs(given / best - 1).max(), abs(given / scores[numbers] - 1).max())
        return difference, None if difference < TOLERANCE else f"“{query}”: scores differ by {difference:.1e}"


def main():
    oracle = Oracle(CORPUS)
    failed = False
    for name in sys.argv[1:] or ENGINES:
        comparison = Comparison(ENGINES[name], oracle)
        for mode, queries in CHECKS:
            result = comparison.check(mode, queries)
            if result is None:
                print(f"{name}: {mode} of {queries}: not offered")
                continue
            difference, faults = result
            failed |= bool(faults)
            print(f"{name}: {mode} of {queries}: largest difference {difference:.1e}, {len(faults)} faults")
            print("".join(f"  {fault}\n" for fault in faults[:3]), end="")
    sys.exit(failed)


if __name__ == "__main__":
    main()
