"""PISA, by the native module in pyterrier-pisa, without PyTerrier and Java.

Postings in block_simdbp with bounds by block; no positions, so no phrases, and no counts. For a union the warm-up tries
three algorithms and the timed passes go on with the fastest. The module answers with documents' names, whose making is
part of its time.
"""

import ctypes
import glob
import importlib.util
import os
import statistics
import sys
import time

import numpy

from engines.program import Engine, main

ENCODING = "block_simdbp"
UNIONS = ("block_max_maxscore", "block_max_wand", "maxscore")


def native():
    """The native module, loaded past its package, which would want PyTerrier."""
    site = os.path.dirname(os.path.dirname(importlib.util.find_spec("numpy").origin))
    # Its version of Intel's thread library is no longer the system's.
    ctypes.CDLL(f"{sys.prefix}/lib/libtbb.so.2", mode=ctypes.RTLD_GLOBAL)
    (path,) = glob.glob(f"{site}/pyterrier_pisa/_pisathon*.so")
    spec = importlib.util.spec_from_file_location("pyterrier_pisa._pisathon", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PISA = native()


class Clocked:
    """Queries for one call of the module: the time from handing out one to being asked for the next is its latency."""

    def __init__(self, queries, deadline):
        self.queries, self.deadline, self.times = queries, deadline, []

    def __len__(self):
        return len(self.queries)

    def __iter__(self):
        clock = time.perf_counter_ns
        for number, query in enumerate(self.queries):
            start = clock()
            yield number, query
            self.times.append(clock() - start)
            if time.monotonic() > self.deadline:
                break


class Pisa(Engine):
    version = "pyterrier-pisa 0.4.9"
    modes = frozenset({"union", "intersection"})
    algorithm = None

    def build(self, ids, bodies, out, text):
        self.stemmer = "porter2" if text == "english" else ""
        plain = out.with_name(out.name + ".plain")
        with open(plain, "w", encoding="utf-8") as file:
            for identifier, body in zip(ids, bodies):
                file.write(f"{identifier.replace(' ', '_')} {body}\n")
        PISA.index(str(plain), str(out), self.stemmer, 100_000, 1)
        self.prepare(out)
        plain.unlink()
        for path in out.iterdir():
            if path.name.startswith("inv.batch") or ".batch." in path.name:
                path.unlink()

    def prepare(self, index):
        """Compresses the postings and computes their bounds unless that was done, and opens them."""
        self.context = PISA.RetrievalContext()
        options = {"bm25_k1": 0.9, "bm25_b": 0.4, "quantize": 0, "stop_fname": ""}
        PISA.prepare_index(self.context, str(index), ENCODING, "bm25", self.stemmer, **options)

    def open(self, index):
        self.stemmer = ""
        self.prepare(index)
        self.trials = {}

    def retrieve(self, algorithm, queries, k):
        """One call of the module: the number of hits, and four columns of them."""
        size = len(queries) * k
        columns = {
            "result_qidxs": numpy.empty(size, numpy.int32),
            "result_docnos": numpy.empty(size, object),
            "result_ranks": numpy.empty(size, numpy.int32),
            "result_scores": numpy.empty(size, numpy.float32),
        }
        hits = PISA.retrieve(
            self.context, algorithm, queries, k=k, threads=1, query_weighted=0, pretokenised=0, **columns
        )
        return hits, columns

    def one_pass(self, queries, mode, k, deadline):
        if mode == "intersection":
            self.algorithm = "ranked_and"
        untried = [name for name in UNIONS if name not in self.trials]
        if self.algorithm is None:
            for name in untried:
                clocked = Clocked(queries, time.monotonic() + 1)
                self.retrieve(name, clocked, k)
                self.trials[name] = statistics.mean(clocked.times)
            self.algorithm = min(self.trials, key=self.trials.get)
        clocked = Clocked(queries, deadline)
        hits, _ = self.retrieve(self.algorithm, clocked, k)
        return clocked.times, hits

    def ranking(self, query, mode, k):
        algorithm = self.algorithm or UNIONS[0]
        hits, columns = self.retrieve(algorithm, [(0, query)], k)
        return zip(columns["result_docnos"][:hits], map(float, columns["result_scores"][:hits]))

    def note(self):
        return {"algorithm": self.algorithm} if self.algorithm else {}


if __name__ == "__main__":
    main(Pisa())
