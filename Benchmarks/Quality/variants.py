"""Measures what a search loses when a query writes its names and words in another form than the documents do.

    python3 Benchmarks/Quality/variants.py .build/release/titer --analyzer english --analyzer biomedical
    python3 Benchmarks/Quality/variants.py --show 5

Each judged topic of the collections is rewritten by each class of rewriting that applies (rewriting.py); the variant
has the judgements of the original. A variant's figures are compared with those of its original, so that an original
counts once for each of its variants. Without a program, only the variants are counted and shown.
"""

import argparse
import itertools
import json
import pathlib
import tempfile

import relevance
import rewriting

MEASURES = {"ndcg_cut_10": "nDCG@10", "recall_1000": "R@1000"}


def rewritten(collection):
    """The judged topics' texts, and the variants of each by class."""
    with open(collection.topics) as file:
        topics = {topic["_id"]: topic["text"] for topic in map(json.loads, file)}
    texts = {topic: topics[topic] for topic in collection.qrels}
    return texts, {topic: rewriting.variants(text) for topic, text in texts.items()}


def measured(titer, collection, texts, variants, options):
    """The results of all topics, and for each variant its class with the results of the original and of itself."""
    queries, qrels = dict(texts), dict(collection.qrels)
    for topic, forms in variants.items():
        for name, text in forms.items():
            queries[f"{topic}/{name}"], qrels[f"{topic}/{name}"] = text, qrels[topic]
    with relevance.indexed(titer, collection.documents, *options) as index, tempfile.NamedTemporaryFile("w") as file:
        for topic, text in queries.items():
            print(json.dumps({"_id": topic, "text": text}), file=file)
        file.flush()
        results = relevance.evaluate(titer, index, file.name, qrels, MEASURES, collection.limit)
    pairs = [(name, results[topic], results[f"{topic}/{name}"]) for topic in texts for name in variants[topic]]
    return [results[topic] for topic in texts], pairs


def means(results):
    return [relevance.mean(results, measure) for measure in MEASURES]


def compared(pairs):
    """The means of originals and variants, and what the variants keep of the originals' figures."""
    originals, variants = means([original for _, original, _ in pairs]), means([variant for *_, variant in pairs])
    return [*originals, *variants, *ratios(originals, variants)]


def ratios(originals, variants):
    return [variant / original for original, variant in zip(originals, variants)]


def average(rows):
    return [sum(column) / len(column) for column in zip(*rows)]


def collection_rows(runs):
    """The figures of each collection, and their means; the ratios of those are the means' ratios."""
    rows = [
        [name, len(topics), *means(topics), len(pairs), *(compared(pairs) if pairs else ["-"] * 6)]
        for name, (topics, pairs) in runs.items()
    ]
    *figures, _, _ = average([row[5:] for row in rows if row[4]])
    yield from rows
    yield [
        "mean", sum(row[1] for row in rows), *average([row[2:4] for row in rows]),
        sum(row[4] for row in rows), *figures, *ratios(figures[:2], figures[2:]),
    ]


def class_rows(runs):
    """The figures of each class over the variants of all collections together."""
    for name in rewriting.CLASSES:
        if pairs := [pair for _, pairs in runs.values() for pair in pairs if pair[0] == name]:
            yield [name, len(pairs), *compared(pairs)]


def table(head, rows):
    print("|" + "|".join(head) + "|", "|" + "|".join("--" for _ in head) + "|", sep="\n")
    for row in rows:
        print("|" + "|".join(f"{cell:.4f}" if isinstance(cell, float) else str(cell) for cell in row) + "|")
    print()


def show(topics, count):
    """Prints variants of each class, from all collections in turn."""
    for name in rewriting.CLASSES:
        examples = [
            [(f"{collection}/{topic}", texts[topic], forms[name]) for topic, forms in variants.items() if name in forms]
            for collection, (texts, variants) in topics.items()
        ]
        in_turn = filter(None, itertools.chain.from_iterable(itertools.zip_longest(*examples)))
        print(f"{name}:")
        for topic, text, variant in itertools.islice(in_turn, count):
            print(f"  {topic}", f"    {text}", f"    {variant}", sep="\n")
        print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("titer", nargs="?", type=pathlib.Path, help="the program")
    parser.add_argument("--analyzer", action="append", help="an analyzer to measure; may be repeated")
    parser.add_argument("--show", type=int, metavar="N", help="print N variants of each class")
    arguments = parser.parse_args()
    if arguments.titer:
        relevance.with_pytrec_eval()
    collections = relevance.collections()
    topics = {collection.name: rewritten(collection) for collection in collections}

    counts = [
        [name, *(sum(name in forms for forms in variants.values()) for _, variants in topics.values())]
        for name in rewriting.CLASSES
    ]
    table(["variants", *topics, "all"], [[*row, sum(row[1:])] for row in counts])
    if arguments.show:
        show(topics, arguments.show)
    if not arguments.titer:
        return

    titer = arguments.titer.resolve()
    by_collection, by_class = [], []
    for analyzer in arguments.analyzer or ["default"]:
        options = ["--analyzer", analyzer] if arguments.analyzer else []
        runs = {c.name: measured(titer, c, *topics[c.name], options) for c in collections}
        by_collection += [[analyzer, *row] for row in collection_rows(runs)]
        by_class += [[analyzer, *row] for row in class_rows(runs)]

    figures = [f"{who} {measure}" for who in ("original", "variant", "ratio of") for measure in MEASURES.values()]
    table(["analyzer", "collection", "topics", *MEASURES.values(), "variants", *figures], by_collection)
    table(["analyzer", "class", "variants", *figures], by_class)


if __name__ == "__main__":
    main()
