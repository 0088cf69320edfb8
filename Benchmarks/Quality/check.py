"""Checks the relevance claims in this folder: indexes, runs the topics, measures with pytrec_eval.

    python3 Benchmarks/Quality/check.py .build/release/titer
"""

import pathlib
import sys

import relevance


def check(titer, collection, analyzer):
    """Measures the claims of an analyzer, prints its figures, and returns whether they hold."""
    claims = collection.least[analyzer]
    with relevance.indexed(titer, collection.documents, "--analyzer", analyzer) as index:
        results = relevance.evaluate(titer, index, collection.topics, collection.qrels, claims, collection.limit)
    holds = True
    for measure, least in claims.items():
        value = relevance.mean(results.values(), measure)
        holds &= value >= least
        print(f"{collection.name}, {analyzer}: {measure} {value:.4f}, claimed {least} and more, {len(results)} topics")
    return holds


def main():
    collections = relevance.collections()
    relevance.with_pytrec_eval()
    titer = pathlib.Path(sys.argv[1]).resolve()
    results = [check(titer, one, analyzer) for one in collections for analyzer in one.least]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
