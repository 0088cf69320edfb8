"""The two programs of an engine that is driven from Python."""

import argparse
import contextlib
import json
import math
import os
import pathlib
import shutil
import statistics
import sys
import time

from corpus import texts

#: The status of a program that has no such mode.
UNSUPPORTED = 3


def resident():
    """Bytes of this process in memory."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


class Engine:
    """What an engine provides. A subclass has a `version` and these."""

    #: The modes that it has.
    modes = frozenset({"union", "intersection", "phrase", "count"})

    def build(self, ids, bodies, out, text):
        """Writes the index of these texts into the empty folder `out`; `text` is english or tokens."""
        raise NotImplementedError

    def open(self, index):
        """Opens an index for the calls below."""
        raise NotImplementedError

    def search(self, query, mode, k):
        """Answers one query and returns how many hits it has, or for the mode `count` the number of all matches."""
        raise NotImplementedError

    def ranking(self, query, mode, k):
        """The identifiers and scores of the best k."""
        raise NotImplementedError

    def note(self):
        """What else to say of a query job."""
        return {}

    def one_pass(self, queries, mode, k, deadline):
        """Asks all queries, fewer when the deadline passes: the nanoseconds of each, and the sum of hits."""
        clock = time.perf_counter_ns
        times, total = [], 0
        for query in queries:
            start = clock()
            total += self.search(query, mode, k)
            times.append(clock() - start)
            if time.monotonic() > deadline:
                break
        return times, total


def measure(one_pass, queries, warm, passes, budget):
    """Each query's median µs over the passes, and the figures of these.

    Warming up takes half of the budget (in seconds) at most. A pass that the budget cuts short doesn't count, unless it
    is the first: then the queries after the cut are left out.
    """
    start = time.monotonic()
    for _ in range(warm):
        if time.monotonic() < start + budget / 2:
            one_pass(queries, start + budget / 2)
    rows, total, cpu = [], 0, math.inf
    while len(rows) < passes and (not rows or time.monotonic() < start + budget):
        before = time.thread_time()
        times, hits = one_pass(queries, start + budget)
        spent = (time.thread_time() - before) * 1e6 / len(times)
        if rows and len(times) < len(queries):
            break
        queries = queries[: len(times)]
        rows.append(times)
        total, cpu = hits, min(cpu, spent)
    medians = [statistics.median_low(times) / 1000 for times in zip(*rows)]
    return medians, {"queries": len(medians), "passes": len(rows), "hits": total, "cpu": round(cpu, 1)}


def main(engine):
    """Carries out the command line."""
    arguments = parsed()
    answer = (build if arguments.op == "build" else query)(engine, arguments)
    print(json.dumps({"version": engine.version, **answer, **engine.note()}))


def parsed():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="op", required=True)
    build = commands.add_parser("build")
    build.add_argument("corpus")
    build.add_argument("out", type=pathlib.Path)
    build.add_argument("--text", choices=["english", "tokens"], default="tokens")
    query = commands.add_parser("query")
    query.add_argument("index")
    query.add_argument("queries", type=pathlib.Path)
    query.add_argument("--mode", choices=["union", "intersection", "phrase", "count"], required=True)
    for option in ("--k", "--warm", "--passes"):
        query.add_argument(option, type=int, required=True)
    query.add_argument("--budget", type=float, default=60)
    query.add_argument("--medians", type=pathlib.Path)
    query.add_argument("--run", type=pathlib.Path)
    return parser.parse_args()


def build(engine, arguments):
    ids, bodies = texts(arguments.corpus)
    loaded = resident()
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(arguments.out)
    arguments.out.mkdir(parents=True)
    wall, cpu = time.perf_counter(), time.process_time()
    engine.build(ids, bodies, arguments.out, arguments.text)
    return {
        "docs": len(ids),
        "seconds": round(time.perf_counter() - wall, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
        "loaded": loaded,
    }


def query(engine, arguments):
    if arguments.mode not in engine.modes:
        sys.exit(UNSUPPORTED)
    engine.open(arguments.index)
    queries = arguments.queries.read_text().splitlines()

    def one_pass(some, deadline):
        return engine.one_pass(some, arguments.mode, arguments.k, deadline)

    medians, figures = measure(one_pass, queries, arguments.warm, arguments.passes, arguments.budget)
    if arguments.medians:
        arguments.medians.write_text("".join(f"{median:.1f}\n" for median in medians))
    if arguments.run:
        write_run(engine, queries, arguments)
    return figures


def write_run(engine, queries, arguments):
    with open(arguments.run, "w", encoding="utf-8") as out:
        for number, query in enumerate(queries):
            for rank, (identifier, score) in enumerate(engine.ranking(query, arguments.mode, arguments.k), 1):
                out.write(f"{number} Q0 {identifier} {rank} {score!r} run\n")
