"""Checks the relevance claims in this folder, and prints their figures beside published ones.

    python3 Benchmarks/Quality/check.py .build/release/titer [--write]

A claim is a command over an index, and the figures that it must give to four decimals: a run's measures, as `titer eval`
has them (-c), or what tuning by `titer sweep` honestly comes to beside the usual setting. `--write` writes the figures that
come out into the files instead.
"""

import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

import relevance


def figures(titer, collection, claim, index):
    """What a claim's command gives: each measure that it names."""
    places = {"topics": collection.topics, "qrels": collection.judgements, "index": index}
    command = [titer, *(part.format_map(places) for part in shlex.split(claim["command"]))]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    if command[1] == "sweep":
        tuned = json.loads(answer)
        return {name: tuned[name] for name in claim["expected"]}
    with tempfile.NamedTemporaryFile("w", suffix=".run") as run:
        run.write(answer)
        run.flush()
        measures = [part for name in claim["expected"] for part in ("-m", name)]
        table = subprocess.check_output([titer, "eval", collection.judgements, run.name, "-c", *measures], text=True)
    return {name: float(value) for name, _, value in (line.split() for line in table.splitlines())}


def check(titer, collection):
    """Prints the figures of a collection's claims; returns whether they are those expected, and sets these."""
    holds = True
    for claim in collection.claims:
        with relevance.indexed(titer, collection.documents, *shlex.split(claim["index"])) as index:
            found = figures(titer, collection, claim, index)
        for name, value in found.items():
            expected, published = claim["expected"][name], collection.published.get(name)
            isSame = abs(value - expected) < 0.00005 + 1e-9
            holds &= isSame
            beside = f", published {published} ({collection.published['source']})" if published else ""
            note = "" if isSame else f", EXPECTED {expected}"
            print(f"{collection.name}, {claim['index']}: {name} {value:.4f}{beside}{note}", flush=True)
            claim["expected"][name] = round(value, 4)
    return holds


def main():
    collections = relevance.collections()
    titer = pathlib.Path(sys.argv[1]).resolve()
    results = [check(titer, one) for one in collections]
    if "--write" in sys.argv:
        for one in collections:
            one.path.write_text(json.dumps(one.description, indent=2, ensure_ascii=False) + "\n")
        return 0
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
