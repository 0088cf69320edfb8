"""Checks that `titer eval` has the figures of trec_eval and ir-measures, topic by topic.

    python3 Benchmarks/Peers/measures.py [--titer .build/release/titer] [--pairs 1000] [--collections NAME ...]
    python3 Benchmarks/Peers/measures.py --golden Tests/EvaluationTests/Golden/pairs.json

Made are pairs of judgements and runs with tied and nearly tied scores, topics that one of the two lacks, grades below 0,
and documents that the other doesn't name, each under random options; then BM25 runs of the test collections in
../shared/data (or the folder that TITER_DATA names). What trec_eval measures is compared with pytrec_eval; Judged, ERR and
the exponential nDCG with ir-measures, which runs TREC's gdeval.pl for two of them and so needs perl and has five decimals;
RBP and the measures of screening, which neither computes, with the loops of this file. Installs what it misses.

--golden writes twenty small pairs and pytrec_eval's figures, for tests without Python.
"""

import argparse
import dataclasses
import itertools
import json
import math
import os
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

from corpus import ROOT, SHARED, WORK

PACKAGES = ["pytrec-eval-terrier==0.5.11", "ir-measures==0.4.3"]
TOLERANCE = 1e-6
#: gdeval prints five decimals.
GDEVAL_TOLERANCE = 1e-5
CUTOFFS = (1, 3, 5, 10, 100)
RECALLS = [tenth / 10 for tenth in range(11)]
#: trec_eval's names of what both have, one family a string.
TREC = [
    *"num_ret num_rel num_rel_ret num_nonrel_judged_ret map Rprec bpref recip_rank infAP 11pt_avg ndcg".split(),
    *"set_P set_recall set_F set_map set_relative_P".split(),
    *(f"{name}_{cutoff}" for name in "P recall success ndcg_cut map_cut relative_P".split() for cutoff in CUTOFFS),
    *(f"iprec_at_recall_{recall:.2f}" for recall in RECALLS),
]
GEOMETRIC = ["gm_map", "gm_bpref"]
SHARES = (1, 5, 10, 20, 50, 100)
RECALLED = (50, 80, 95, 100)
#: The most topics of a collection, spread over all.
TOPICS = 200


@dataclasses.dataclass
class Options:
    """What `titer eval` is told besides its measures."""

    level: int = 1
    depth: int | None = None
    judged_only: bool = False
    complete: bool = False
    collection: int | None = None

    def arguments(self):
        given = ["-q", "--json", "-l", str(self.level)]
        given += ["-J"] if self.judged_only else []
        given += ["-c"] if self.complete else []
        given += ["-M", str(self.depth)] if self.depth else []
        given += ["-N", str(self.collection)] if self.collection else []
        return given


def with_packages():
    """Runs the script again where its packages can be imported."""
    try:
        import ir_measures  # noqa: F401
        import pytrec_eval  # noqa: F401
    except ImportError:
        if sys.prefix != sys.base_prefix:
            raise
        venv = WORK / "measures-venv"
        if not (venv / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([venv / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True)
        os.execv(venv / "bin" / "python", [str(venv / "bin" / "python"), *sys.argv])


# Making pairs.


def single(score):
    """A score as a 32-bit float."""
    return struct.unpack("f", struct.pack("f", score))[0]


def ranked(scores):
    """The documents of a topic in trec_eval's order."""
    return sorted(scores, key=lambda document: (single(scores[document]), document.encode()), reverse=True)


def random_score(rng):
    """Scores of several sizes, many of them tied, some only as 32-bit floats."""
    kind = rng.randrange(5)
    if kind == 0:
        return float(rng.randrange(4))
    if kind == 1:
        return 10 + rng.randrange(6) * 1e-8
    if kind == 2:
        return rng.uniform(-5, 5)
    if kind == 3:
        return round(rng.uniform(0, 20), 1)
    return rng.choice([1e-30, -1e30, 3.0000001, 3.0000002, 1e10])


def random_pair(number, size=40, topics=6):
    """Judgements and a run, as dictionaries by topic and document."""
    rng = random.Random(number)
    names = [rng.choice(["d{}", "DOC-{}", "é{}", "d.{}_x"]).format(index) for index in range(size)]
    grades = rng.choice([[0, 1], [-1, 0, 0, 1, 1, 2], [-2, -1, 0, 0, 0, 1, 2, 3, 4], [0, 0, 0, 0, 0, 0, 1]])
    qrels, run = {}, {}
    for topic in (str(index) if number % 2 else f"q{index}" for index in range(1, topics + 1)):
        judged = rng.sample(names, rng.randint(1, size * 3 // 4))
        returned = rng.sample(names, rng.randint(1, size))
        if rng.random() < 0.9:
            qrels[topic] = {document: rng.choice(grades) for document in judged}
        if rng.random() < 0.9 or not run:
            run[topic] = {document: random_score(rng) for document in returned}
    # A topic in common, without which there is nothing to measure.
    qrels.setdefault(next(iter(run)), {names[0]: 1})
    options = Options(
        level=rng.choice([1, 1, 1, 2, 3]),
        depth=rng.choice([None, None, 1, 5, 20]),
        judged_only=rng.random() < 0.3,
        complete=rng.random() < 0.3,
        collection=rng.choice([None, None, 60, 1000]),
    )
    return qrels, run, options


def qrels_text(qrels):
    lines = (f"{topic} 0 {document} {grade}\n" for topic, grades in qrels.items() for document, grade in grades.items())
    return "".join(lines)


def run_text(run):
    lines = (f"{topic} Q0 {document} 0 {score!r} made\n" for topic in run for document, score in run[topic].items())
    return "".join(lines)


# What others say. Each returns figures by topic and by the name that Titer prints.


def cut(run, options):
    """The run without what -M leaves out, which pytrec_eval has no option for."""
    return {topic: {document: scores[document] for document in ranked(scores)[: options.depth]} for topic, scores in run.items()}


def never_all_negative(qrels):
    """Judgements with one more of grade 0 where a topic has none from 0 on: trec_eval reads memory that isn't its own there."""
    return {topic: grades if max(grades.values()) >= 0 else grades | {"none": 0} for topic, grades in qrels.items()}


def from_pytrec_eval(qrels, run, options):
    import pytrec_eval

    qrels = never_all_negative(qrels)
    names = {name.rsplit("_", 1)[0] if name.rsplit("_", 1)[-1][0].isdigit() else name for name in TREC + GEOMETRIC}
    cuts = ",".join(map(str, CUTOFFS))
    asked = {f"{name}.{cuts}" if name in "P recall success ndcg_cut map_cut relative_P".split() else name for name in names}
    given = {"relevance_level": options.level, "judged_docs_only_flag": options.judged_only}
    evaluator = pytrec_eval.RelevanceEvaluator(qrels, asked, **given)
    halved = pytrec_eval.RelevanceEvaluator(qrels, {"set_F_0.5"}, **given)
    kept = cut(run, options)
    figures = evaluator.evaluate(kept)
    for topic, figure in halved.evaluate(kept).items():
        figures[topic]["SetF(beta=0.5)"] = figure["set_F"]
    # Where -J leaves nothing of a ranking, trec_eval divides 0 by 0.
    return {
        topic: {name: 0.0 if math.isnan(value) else value for name, value in figure.items()}
        for topic, figure in figures.items()
    }


def from_ir_measures(qrels, run, options):
    """Judged, ERR and exponential nDCG; their programs don't know trec_eval's ties, so scores are made of ranks."""
    import ir_measures

    order = {topic: ranked(scores) for topic, scores in cut(run, options).items()}
    if options.judged_only:
        judged = {topic: {document for document, grade in grades.items() if grade >= 0} for topic, grades in qrels.items()}
        order = {topic: [one for one in documents if one in judged.get(topic, ())] for topic, documents in order.items()}
    # gdeval knows topics by numbers only.
    numbers = {topic: str(number) for number, topic in enumerate(sorted(set(qrels) | set(run)), 1)}
    topics = {number: topic for topic, number in numbers.items()}
    plain = {numbers[topic]: {d: float(len(docs) - i) for i, d in enumerate(docs)} for topic, docs in order.items() if docs}
    known = {numbers[topic]: grades for topic, grades in qrels.items()}
    names = [f"Judged@{k}" for k in CUTOFFS] + [f"ERR@{k}" for k in (5, 20)] + ["nDCG(dcg='exp-log2')@10"]
    figures = {}
    for metric in ir_measures.iter_calc([ir_measures.parse_measure(name) for name in names], known, plain):
        figures.setdefault(topics[metric.query_id], {})[str(metric.measure)] = metric.value
    return figures


def from_loops(qrels, run, options):
    """RBP and the measures of screening, by writing the whole reading order out."""
    return {
        topic: topic_loops(qrels[topic], ranked(run[topic]), options) for topic in run if topic in qrels
    }


def topic_loops(grades, order, options):
    names = set(grades) | set(order)
    size = max(len(names), options.collection or 0)
    order = order[: options.depth]
    if options.judged_only:
        order = [document for document in order if grades.get(document, -1) >= 0]
    returned = [grades.get(document, -1) for document in order]
    left = sorted(max(grades[document], 0) for document in grades if document not in set(order))
    rest = [0] * (size - len(order) - len(left)) + left
    relevant = [grade >= options.level and grade >= 0 for grade in returned]
    flags = relevant + [grade >= options.level for grade in rest]
    gains = [max(grade, 0) for grade in returned] + rest
    found = list(itertools.accumulate(flags, initial=0))
    total, gain = found[-1], sum(gains)
    figures = {"last_rel": max((rank for rank, is_relevant in enumerate(relevant, 1) if is_relevant), default=0)}
    for p in (0.5, 0.8, 0.95):
        figures[f"RBP(p={p})"] = (1 - p) * sum(p**index for index, is_relevant in enumerate(relevant) if is_relevant)
    for percent in SHARES:
        count = -(-percent * size // 100)
        figures[f"recall@{percent}%"] = found[count] / total if total else 0
        figures[f"NCG@{percent}%"] = sum(gains[:count]) / gain if gain else 0
    for percent in RECALLED:
        rank = next((k for k in range(size + 1) if found[k] * 100 >= percent * total), size)
        none, negatives = total == 0, size - total
        figures[f"WSS@{percent}"] = 0 if none else (size - rank) / size - (1 - percent / 100)
        figures[f"work_saved@{percent}"] = 0 if none else (size - rank) / size
        below = negatives - (rank - found[rank])
        figures[f"nWSS@{percent}"] = 0 if none or not negatives else below / negatives
    return figures


# Comparing.


def titer_eval(titer, folder, qrels, run, names, options):
    """Figures of the command: by topic, and over all."""
    (folder / "qrels").write_text(qrels_text(qrels))
    (folder / "run").write_text(run_text(run))
    asked = [argument for name in names for argument in ("-m", name)]
    command = [titer, "eval", folder / "qrels", folder / "run", *asked, *options.arguments()]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    report = json.loads(answer.stdout)["runs"][0]
    return report["byTopic"], report["all"]


class Tally:
    """How many figures were compared, and which differ."""

    def __init__(self):
        self.count, self.largest, self.faults = {}, {}, []

    def compare(self, where, source, name, ours, theirs, tolerance=TOLERANCE):
        self.count[source] = self.count.get(source, 0) + 1
        difference = abs(ours - theirs)
        self.largest[source] = max(self.largest.get(source, 0), difference)
        if not difference <= tolerance:
            self.faults.append(f"{where}: {name}: expected {theirs!r} ({source}), found {ours!r}")


def check(titer, folder, tally, where, qrels, run, options):
    trec = from_pytrec_eval(qrels, run, options)
    loops = from_loops(qrels, run, options)
    others = from_ir_measures(qrels, run, options) if options.level == 1 else {}
    names = TREC + GEOMETRIC + ["SetF(beta=0.5)", "num_q"]
    names += [name for figures in (loops, others) for name in next(iter(figures.values()), {})]
    ours, over_all = titer_eval(titer, folder, qrels, run, names, options)
    assert options.complete or set(ours) == set(trec), where
    for topic, figures in trec.items():
        for name in TREC + ["SetF(beta=0.5)"]:
            tally.compare(f"{where}, topic {topic}", "pytrec_eval", name, ours[topic][name], figures[name])
    for topic, figures in loops.items():
        for name, figure in figures.items():
            tally.compare(f"{where}, topic {topic}", "loops", name, ours[topic][name], figure)
    for topic in set(others) & set(trec):
        # gdeval leaves out topics without a relevant document; ir-measures has 0 for them.
        for name, figure in others[topic].items():
            tolerance = TOLERANCE if name.startswith("Judged") else GDEVAL_TOLERANCE
            tally.compare(f"{where}, topic {topic}", "ir-measures", name, ours[topic][name], figure, tolerance)
    check_aggregates(tally, where, trec, over_all, len(qrels) if options.complete else len(trec))


def check_aggregates(tally, where, trec, over_all, count):
    for name in TREC:
        total = sum(figures[name] for figures in trec.values())
        expected = total if name.startswith("num_") else total / count
        tally.compare(where, "pytrec_eval, over all", name, over_all[name], expected)
    for name in GEOMETRIC:
        total = sum(figures[name] for figures in trec.values()) + (count - len(trec)) * math.log(1e-5)
        tally.compare(where, "pytrec_eval, over all", name, over_all[name], math.exp(total / count))
    tally.compare(where, "pytrec_eval, over all", "num_q", over_all["num_q"], count)


# Collections.


def folders(names):
    found = [path.parent.parent for path in sorted(SHARED.glob("*/*/qrels/test.tsv"))]
    return [folder for folder in found if not names or folder.name in names]


def read_qrels(path):
    qrels = {}
    for line in path.read_text().splitlines()[1:]:
        topic, document, grade = line.split("\t")
        qrels.setdefault(topic, {})[document] = int(grade)
    return qrels


def bm25_run(titer, collection, folder, topics):
    """What Titer returns for the topics."""
    index, asked = folder / f"{collection.name}.idx", folder / "topics.jsonl"
    subprocess.run([titer, "index", "--quiet", collection / "corpus.jsonl.gz", "-o", index], check=True)
    with open(collection / "queries.jsonl", encoding="utf-8") as lines:
        asked.write_text("".join(line for line in lines if json.loads(line)["_id"] in topics))
    search = [titer, "run", asked, "--index", index]
    answer = subprocess.run(search, check=True, capture_output=True, text=True)
    run = {}
    for line in answer.stdout.splitlines():
        topic, _, document, _, score, _ = line.split()
        run.setdefault(topic, {})[document] = float(score)
    return run


def check_collections(titer, folder, tally, names):
    for collection in folders(names):
        qrels = read_qrels(collection / "qrels" / "test.tsv")
        qrels = {topic: qrels[topic] for topic in sorted(qrels)[:: len(qrels) // TOPICS + 1]}
        run = bm25_run(titer, collection, folder, qrels)
        print(f"{collection.name}: {len(qrels)} topics, {sum(map(len, run.values()))} documents", flush=True)
        for options in (Options(), Options(complete=True, level=2), Options(judged_only=True, depth=100)):
            check(titer, folder, tally, f"{collection.name}, {options}", qrels, run, options)


# Golden figures.


def write_golden(path):
    pairs = []
    for number in range(20):
        qrels, run, options = random_pair(number, size=14, topics=3)
        figures = from_pytrec_eval(qrels, run, options)
        kept = [name for name in TREC if not name.endswith("_100")] + ["SetF(beta=0.5)"]
        pairs.append(
            {
                "qrels": qrels_text(qrels),
                "run": run_text(run),
                "level": options.level,
                "depth": options.depth,
                "judgedOnly": options.judged_only,
                "figures": {
                    topic: {name: round(figure[name], 9) for name in kept if figure[name]} for topic, figure in figures.items()
                },
                "measures": kept,
            }
        )
    for pair in pairs[1:]:
        del pair["measures"]
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(pair, ensure_ascii=False, sort_keys=True) for pair in pairs)
    path.write_text(f"[\n{lines}\n]\n")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titer", type=pathlib.Path, default=ROOT / ".build" / "release" / "titer")
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--collections", nargs="*", default=[])
    parser.add_argument("--golden", type=pathlib.Path)
    return parser.parse_args()


def main():
    asked = arguments()
    with_packages()
    if asked.golden:
        write_golden(asked.golden)
        return 0
    titer, tally = asked.titer.resolve(), Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number in range(asked.pairs):
            check(titer, folder, tally, f"pair {number}", *random_pair(number))
        if SHARED.is_dir():
            check_collections(titer, folder, tally, asked.collections)
    for source, count in tally.count.items():
        print(f"{source}: {count} figures, largest difference {tally.largest[source]:.1e}")
    print(f"{len(tally.faults)} differ" + "".join(f"\n  {fault}" for fault in tally.faults[:20]))
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
