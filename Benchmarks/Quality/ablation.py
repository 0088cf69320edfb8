"""Measures what each rule of the biomedical chain is worth, by leaving it out.

    swift build -c release --package-path Benchmarks --product ablation
    python3 Benchmarks/Quality/ablation.py Benchmarks/.build/release/ablation [RULE ...]

For each rule a line: nDCG@10 and R@1000 of the collections' topics, the means over the collections; what the topics'
variants (variants.py) keep of that nDCG@10; of the vectors of names in Tests the phrases that are found, and those that
are found and must not be; and the bytes of the collections' indexes, in percent of what they are with all rules. A rule
is left out of documents and queries.
"""

import argparse
import pathlib
import subprocess

import relevance
import variants

RULES = """all roman umlaut joined initial optional spaced capitals sign spelledSign signs coordination locant fattyAcid
    power""".split()
VECTORS = relevance.ROOT / "Tests" / "TiterCLITests" / "Names" / "vectors.json"


def sizes(program, collections, options):
    """The bytes of the collections' indexes."""
    total = 0
    for collection in collections:
        with relevance.indexed(program, collection.documents, *options) as index:
            total += sum(file.stat().st_size for file in pathlib.Path(index).rglob("*") if file.is_file())
    return total


def figures(program, analyzer, collections, topics):
    options = ["--analyzer", analyzer]
    runs = {c.name: variants.measured(program, c, *topics[c.name], options) for c in collections}
    *_, (_, _, ndcg, recall, _, *_, kept, _) = variants.collection_rows(runs)
    phrases = subprocess.check_output([program, "phrases", *options, VECTORS], text=True).split()
    return [ndcg, recall, kept, *phrases, sizes(program, collections, options)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("rules", nargs="*", choices=[*RULES, []], help="the rules to leave out (default: each)")
    arguments = parser.parse_args()
    relevance.with_pytrec_eval()
    program = arguments.program.resolve()
    collections = relevance.collections()
    topics = {collection.name: variants.rewritten(collection) for collection in collections}
    whole = None
    print("|rule left out|nDCG@10|R@1000|kept by variants|vectors found|false|size|\n|--|--|--|--|--|--|--|", flush=True)
    for analyzer in ["with-all", *(f"without-{rule}" for rule in arguments.rules or RULES)]:
        ndcg, recall, kept, found, match, wrong, no, size = figures(program, analyzer, collections, topics)
        whole = whole or size
        row = [analyzer, f"{ndcg:.4f}", f"{recall:.4f}", f"{kept:.4f}", f"{found} of {match}", f"{wrong} of {no}"]
        print("|" + "|".join([*row, f"{100 * size / whole:.1f} %"]) + "|", flush=True)


if __name__ == "__main__":
    main()
