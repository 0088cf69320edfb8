"""Checks the relevance claims in this folder: indexes, runs the topics, measures with pytrec_eval.

    python3 Benchmarks/Quality/check.py .build/release/titer

The collections lie in ../shared/data, or in the folder that TITER_DATA names. pytrec-eval-terrier is installed from PyPI
into a virtual environment below .build when it is missing.
"""

import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = pathlib.Path(os.environ.get("TITER_DATA", ROOT.parent / "shared" / "data"))
VENV = ROOT / ".build" / "quality-venv"


def with_pytrec_eval():
    """Runs this script again where pytrec_eval can be imported."""
    try:
        import pytrec_eval  # noqa: F401
    except ImportError:
        if sys.prefix != sys.base_prefix:
            raise
        if not (VENV / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        pip = [VENV / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "pytrec-eval-terrier==0.5.11"], check=True)
        os.execv(VENV / "bin" / "python", [str(VENV / "bin" / "python"), *sys.argv])


def judgements(path):
    """A BEIR judgement file: a header, then topic, document and grade, tab-separated."""
    with open(path, newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    qrels = {}
    for topic, document, grade in rows:
        qrels.setdefault(topic, {})[document] = int(grade)
    return qrels


def run(titer, claim, folder):
    """The run of all topics: document scores by topic."""
    with tempfile.TemporaryDirectory() as index:
        subprocess.run([titer, "index", "--quiet", folder / claim["documents"], "-o", index], check=True)
        options = ["--trec", "-n", str(claim["limit"]), "--topics", folder / claim["topics"]]
        answer = subprocess.run([titer, "search", "--index", index, *options], check=True, capture_output=True, text=True)
    scores = {}
    for line in answer.stdout.splitlines():
        topic, _, document, _, score, _ = line.split()
        scores.setdefault(topic, {})[document] = float(score)
    return scores


def check(titer, path):
    """Measures one claim, prints its figures, and returns whether it holds."""
    import pytrec_eval

    claim = tomllib.loads(path.read_text())
    folder = DATA / claim["folder"]
    qrels = judgements(folder / claim["judgements"])
    results = pytrec_eval.RelevanceEvaluator(qrels, set(claim["at-least"])).evaluate(run(titer, claim, folder))
    holds = True
    for measure, least in claim["at-least"].items():
        value = sum(results.get(topic, {}).get(measure, 0.0) for topic in qrels) / len(qrels)
        holds &= value >= least
        print(f"{path.stem}: {measure} {value:.4f}, claimed at least {least} over {len(qrels)} topics")
    return holds


def main():
    if not DATA.is_dir():
        print(f"the relevance claims need the collections in {DATA}; name their folder by TITER_DATA", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with_pytrec_eval()
    titer = pathlib.Path(sys.argv[1]).resolve()
    results = [check(titer, path) for path in sorted(HERE.glob("*.toml"))]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
