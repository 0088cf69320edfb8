"""The collections that are described in this folder, and how well an index answers their topics.

The collections lie in ../shared/data, or in the folder that TITER_DATA names. pytrec-eval-terrier is installed from
PyPI into a virtual environment below .build when it is missing.
"""

import contextlib
import csv
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = pathlib.Path(os.environ.get("TITER_DATA", ROOT.parent / "shared" / "data"))
VENV = ROOT / ".build" / "quality-venv"


class Collection:
    """One of the folder's JSON files: documents, topics, judgements, what was published, and what is claimed."""

    limit = 1000

    def __init__(self, path):
        self.path = path
        self.description = json.loads(path.read_text())
        folder = DATA / self.description["folder"]
        self.name = path.stem
        self.documents = folder / self.description["documents"]
        self.topics = folder / self.description["topics"]
        self.judgements = folder / self.description["judgements"]
        self.qrels = judgements(self.judgements)
        self.published = self.description["published"]
        self.claims = self.description["claims"]


def collections():
    """All collections; ends the script when they aren't there, which is an error in CI only."""
    if not DATA.is_dir():
        print(f"relevance is measured over the collections in {DATA}; name their folder by TITER_DATA", file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") else 0)
    return [Collection(path) for path in sorted(HERE.glob("*.json"))]


def with_pytrec_eval():
    """Runs the script again where pytrec_eval can be imported."""
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


@contextlib.contextmanager
def indexed(titer, documents, *options):
    """The folder of an index of `documents`, which is gone afterwards."""
    with tempfile.TemporaryDirectory() as index:
        subprocess.run([titer, "index", "--quiet", *options, documents, "-o", index], check=True)
        yield index


def evaluate(titer, index, topics, qrels, measures, limit):
    """The measures of each judged topic, as `topics[topic][measure]`; 0 for a topic without answers.

    The run is read topic by topic, since that of many topics is large.
    """
    import pytrec_eval

    evaluator = pytrec_eval.RelevanceEvaluator(qrels, set(measures))
    results = {topic: dict.fromkeys(measures, 0.0) for topic in qrels}
    search = [titer, "run", topics, "-n", str(limit), "--index", index]
    with subprocess.Popen(search, stdout=subprocess.PIPE, text=True) as process:
        lines = (line.split() for line in process.stdout)
        for topic, answers in itertools.groupby(lines, key=lambda line: line[0]):
            results |= evaluator.evaluate({topic: {document: float(score) for _, _, document, _, score, _ in answers}})
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, search)
    return results


def mean(results, measure):
    """The mean of a measure over an iterable of topics' results."""
    values = [result[measure] for result in results]
    return sum(values) / len(values)
