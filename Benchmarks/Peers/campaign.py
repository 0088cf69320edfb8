"""The whole comparison: indexes built, engines asked by turns, corpora of growing size.

The speed of a machine drifts over minutes, so that only neighbours in time compare: in each round every job goes from
engine to engine. A query's figure is the median over the rounds of its medians.
"""

import dataclasses
import datetime
import itertools
import json
import os
import platform
import statistics
import sys

import prepare
from catalogue import ENGINES
from corpus import DATA, WORK
from peer import read_medians, run as run_peer, summary

#: Asked about, in this order.
RANKED = {"union": ("titles", "topics", "long", "stops"), "intersection": ("titles", "stops"), "phrase": ("phrases",)}
JOBS = [
    *((mode, name, k) for mode, names in RANKED.items() for name in names for k in (10, 100, 1000)),
    *(("count", name, 1) for name in ("titles", "topics", "stops")),
]


@dataclasses.dataclass(frozen=True)
class Plan:
    """How much of it."""

    name: str
    #: The corpora that are indexed and by which text; the last one is asked.
    corpora: tuple
    jobs: tuple
    #: The corpora of the scaling curves; engines that are slow stay out.
    scaling: tuple
    scaling_jobs: tuple
    queries: int
    rounds: int
    passes: int
    #: Seconds of a query job at most, before the engine's patience, half of them for warming up.
    budget: float


FULL = Plan(
    name="search",
    corpora=(("raw", "english"), ("tokens", "tokens")),
    jobs=tuple(JOBS),
    scaling=("tokens-10k", "tokens-100k", "tokens", "tokens-3m"),
    scaling_jobs=(("union", "titles", 10), ("union", "titles", 1000)),
    queries=1000,
    rounds=3,
    passes=3,
    budget=8,
)
QUICK = Plan(
    name="search-quick",
    corpora=(("tokens-100k", "tokens"),),
    jobs=tuple(job for job in JOBS if job[1] != "long" and job[2] in (1, 10) or job == ("union", "titles", 1000)),
    scaling=("tokens-10k", "tokens-100k"),
    scaling_jobs=(("union", "titles", 10),),
    queries=200,
    rounds=1,
    passes=3,
    budget=3,
)


class Campaign:
    """One carrying out of a plan."""

    def __init__(self, plan, engines, reuse):
        self.plan, self.reuse = plan, reuse
        self.engines = [ENGINES[name] for name in engines or ENGINES]
        self.fast = [engine for engine in self.engines if engine.rounds > 1]
        self.corpus = plan.corpora[-1][0]
        self.medians = WORK / "medians"
        self.medians.mkdir(parents=True, exist_ok=True)

    def build(self, engine, corpus, text):
        """The report of an index that was built now, or of one that may be reused."""
        out = WORK / "index" / f"{corpus}-{engine.name}"
        kept = out.with_name(out.name + ".json")
        if not (self.reuse and kept.exists()):
            out.parent.mkdir(parents=True, exist_ok=True)
            report = run_peer(engine, "build", DATA / f"{corpus}.jsonl", out, "--text", text)
            kept.write_text(json.dumps(report))
        report = {**json.loads(kept.read_text()), "corpus": corpus, "text": text}
        say(f"build {corpus} {engine.name}: {report['seconds']:.1f} s, {report['bytes'] / 1e6:.1f} MB")
        return report

    def ask(self, engine, corpus, job, place=None):
        """The report of a query job with its summary; None when the engine has no such mode."""
        mode, name, k = job
        queries = self.queries(name, min(self.plan.queries, engine.queries))
        turn = "scaling" if place is None else f"round {place + 1}"
        medians = self.medians / f"{corpus}-{engine.name}-{mode}-{name}-{k}-{place}.txt"
        options = {
            **{"--mode": mode, "--k": k, "--warm": engine.warm, "--passes": self.plan.passes},
            **{"--budget": self.plan.budget * engine.patience, "--medians": medians},
        }
        index = WORK / "index" / f"{corpus}-{engine.name}"
        report = run_peer(engine, "query", index, queries, *itertools.chain(*options.items()))
        if report is None:
            return None
        figures = summary(read_medians(medians))
        spent = f"{figures['mean']:.0f} µs, CPU {report['cpu']:.0f} µs"
        say(f"{turn} {corpus} {mode} {name} k={k} {engine.name}: {spent}")
        return {**report, **figures}

    def queries(self, name, count):
        """A file of the first queries of a set."""
        lines = (DATA / "queries" / f"{name}.txt").read_text().splitlines()[:count]
        path = self.medians / f"queries-{name}-{count}.txt"
        path.write_text("".join(f"{line}\n" for line in lines))
        return path

    def rounds(self):
        """All jobs by turns: the reports of each, by engine."""
        reports = {}
        for place in range(self.plan.rounds):
            for turn, job in enumerate(self.plan.jobs):
                engines = [engine for engine in self.engines if place < engine.rounds]
                first = (place + turn) % len(engines)
                for engine in engines[first:] + engines[:first]:
                    report = self.ask(engine, self.corpus, job, place)
                    if report:
                        reports.setdefault((job, engine.name), []).append(report)
        return reports

    def combined(self, job, name, reports):
        """One job of one engine over its rounds, compared with Titer on the queries that both have answered."""
        medians = self.over_rounds(job, name, len(reports))
        titer = self.over_rounds(job, "titer", self.plan.rounds) if "titer" in {e.name for e in self.engines} else []
        shared = min(len(medians), len(titer))
        mode, queries, k = job
        result = {
            **{"engine": name, "mode": mode, "set": queries, "k": k, "queries": len(medians)},
            **{"hits": reports[0]["hits"], **summary(medians), "cpu": min(report["cpu"] for report in reports)},
            "round_means": [report["mean"] for report in reports],
            **{key: reports[0][key] for key in ("algorithm", "segments") if key in reports[0]},
        }
        if shared:
            result["ratio"] = sum(medians[:shared]) / sum(titer[:shared])
        return result

    def over_rounds(self, job, name, rounds):
        """The median over the rounds of each query's median, for the queries that all rounds have."""
        mode, queries, k = job
        paths = [self.medians / f"{self.corpus}-{name}-{mode}-{queries}-{k}-{place}.txt" for place in range(rounds)]
        rows = [read_medians(path) for path in paths if path.exists()]
        return [statistics.median(row) for row in zip(*rows)]

    def scaling(self):
        """The fast engines on corpora of growing size."""
        points = []
        for corpus in self.plan.scaling:
            built = {engine.name: self.build_once(engine, corpus) for engine in self.fast}
            for job in self.plan.scaling_jobs:
                for engine in self.fast:
                    report = self.ask(engine, corpus, job)
                    figures = {name: report[name] for name in ("mean", "p50", "p99")}
                    mode, name, k = job
                    size = {key: built[engine.name][key] for key in ("docs", "bytes", "seconds", "peak_rss")}
                    points.append({"engine": engine.name, "mode": mode, "set": name, "k": k, **size, **figures})
        return points

    def build_once(self, engine, corpus):
        """The report of an index, built unless this campaign has done so."""
        kept = WORK / "index" / f"{corpus}-{engine.name}.json"
        if corpus == self.corpus and kept.exists():
            return json.loads(kept.read_text())
        return self.build(engine, corpus, "tokens")


def say(text):
    """Progress, with the time."""
    print(f"{datetime.datetime.now():%H:%M:%S} {text}", file=sys.stderr, flush=True)


def machine():
    """What it was measured on."""
    with open("/proc/cpuinfo") as file:
        model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        **{"processor": model, "cores": os.cpu_count(), "memory": memory},
        **{"system": f"{platform.system()} {platform.release()}", "python": platform.python_version()},
    }


def run(plan, engines, reuse):
    """Carries out a plan and returns all its figures."""
    prepare.prepare(large="tokens-3m" in plan.scaling)
    campaign = Campaign(plan, engines, reuse)
    for stale in campaign.medians.glob("*.txt"):
        stale.unlink()
    start, load = datetime.datetime.now(), os.getloadavg()[0]
    builds = [campaign.build(engine, *corpus) for corpus in plan.corpora for engine in campaign.engines]
    reports = campaign.rounds()
    results = [campaign.combined(job, name, rounds) for (job, name), rounds in reports.items()]
    versions = {report["engine"]: report["version"] for report in builds}
    return {
        **{"plan": plan.name, "date": f"{start:%Y-%m-%d}", "machine": machine(), "load_before": load},
        **{"rounds": plan.rounds, "passes": plan.passes, "corpus": campaign.corpus},
        "engines": {e.name: {"version": versions[e.name], "settings": e.settings} for e in campaign.engines},
        **{"builds": builds, "queries": results, "scaling": campaign.scaling()},
        "minutes": round((datetime.datetime.now() - start).total_seconds() / 60, 1),
    }
