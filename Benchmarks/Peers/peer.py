"""Runs one program of one engine and completes what it reports.

    python peer.py ENGINE build CORPUS OUT [--text english|tokens]
    python peer.py ENGINE query INDEX QUERIES --mode MODE --k K --warm W --passes P [--budget S] --medians FILE

Prints one JSON line. Besides what the program says, it has the peak of resident memory; a build the bytes of each
structure, and as `loaded` the memory when its clock starts, with the text in it; a query job mean, p50, p90, p99 and
max of the medians in µs.
"""

import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

from catalogue import ENGINES
from corpus import HERE
from engines.program import UNSUPPORTED


class Failure(Exception):
    """A program that ended badly."""


def run(engine, *arguments):
    """The report of a program, or None when the engine can't do what is asked."""
    operands = list(map(str, arguments))
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen([*engine.command(), *operands], stdout=output, stderr=log, cwd=HERE)
        _, wait_status, usage = os.wait4(process.pid, 0)
        process.returncode = status = os.waitstatus_to_exitcode(wait_status)
        output.seek(0)
        log.seek(0)
        if status == UNSUPPORTED:
            return None
        if status:
            raise Failure(f"{engine.name} {' '.join(operands)}: status {status}\n{log.read()[-2000:]}")
        answer = json.loads(output.read().splitlines()[-1])
    report = {"engine": engine.name, "op": operands[0], **answer, "peak_rss": usage.ru_maxrss * 1024}
    if operands[0] == "build":
        sizes = engine.bytes_by_structure(operands[2])
        return {**report, "bytes": sum(sizes.values()), "bytes_by_structure": sizes}
    return report


def summary(medians):
    """Mean and percentiles of µs."""
    ordered = sorted(medians)

    def percentile(share):
        return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]

    figures = {"mean": sum(ordered) / len(ordered), "max": ordered[-1]}
    figures |= {name: percentile(share) for name, share in (("p50", 0.5), ("p90", 0.9), ("p99", 0.99))}
    return {name: round(value, 1) for name, value in figures.items()}


def read_medians(path):
    return [float(line) for line in pathlib.Path(path).read_text().split()]


def main():
    name, *arguments = sys.argv[1:]
    # The programs run in the harness's folder.
    paths = [os.path.abspath(argument) for argument in arguments[1:3]]
    options = [os.path.abspath(a) if b in ("--medians", "--run") else a for b, a in zip(arguments[2:], arguments[3:])]
    report = run(ENGINES[name], arguments[0], *paths, *options)
    if report is None:
        sys.exit(f"{name} can't do that")
    if "--medians" in options:
        report |= summary(read_medians(options[options.index("--medians") + 1]))
    print(json.dumps(report))


if __name__ == "__main__":
    main()
