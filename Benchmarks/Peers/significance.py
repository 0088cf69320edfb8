"""Writes what Titer's statistics and fusion are checked against, from scipy and from computations as plain as can be.

    pip install scipy==1.17.1 mpmath==1.3.0
    python significance.py      # writes Tests/EvaluationTests/Golden/{comparison,fusion}.json

t-tests are scipy's, and tails of Student's distribution mpmath's with 50 digits. Randomisation tests are exact: figures are whole ten-thousandths, whose sums under all choices of
signs are counted without rounding. What draws at random is repeated here, number by number, from the laws that the
Swift types state.
"""

import itertools
import json
import math
import pathlib
import random

import mpmath
import numpy
import scipy.stats

GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "Tests" / "EvaluationTests" / "Golden"
UNIT = 10_000
BITS = 2**64


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % BITS
        bits = self.state
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 % BITS
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB % BITS
        return bits ^ (bits >> 31)

    def below(self, bound):
        while True:
            product = self.next() * bound
            if product % BITS >= BITS % bound:
                return product // BITS


def pair(generator, topics, shift, spread, ties=0.0):
    """Figures between 0 and 1 in ten-thousandths, of a baseline and of a run that is better by `shift` or so."""
    baseline = [generator.randint(0, UNIT) for _ in range(topics)]
    run = [
        figure if generator.random() < ties else min(max(round(figure + generator.gauss(shift, spread) * UNIT), 0), UNIT)
        for figure in baseline
    ]
    return run, baseline


def figures(tens):
    return [figure / UNIT for figure in tens]


def t_tests(generator):
    cases = []
    for _ in range(120):
        topics = generator.choice([2, 3, 5, 10, 25, 50])
        run, baseline = pair(generator, topics, generator.choice([0, 0.001, 0.05, 0.3]), generator.choice([0.001, 0.05, 0.2]))
        differences = {a - b for a, b in zip(run, baseline)}
        if len(differences) > 1:
            result = scipy.stats.ttest_rel(figures(run), figures(baseline))
            cases.append({"run": figures(run), "baseline": figures(baseline), "t": result.statistic, "p": result.pvalue})
    return cases


def student():
    """Two-sided tails, from p near 1 to the smallest that a double holds."""
    mpmath.mp.dps = 50
    degrees = [1, 2, 3, 7, 31, 49, 50, 299, 1000, 10_000]
    distances = [1e-9, 1e-3, 0.1, 0.7, 1.3, 1.7, 1.8, 2, 2.9, 3, 3.1, 5, 10, 30, 100, 1e6]
    tails = [(t, d, tail(mpmath.mpf(t), d)) for d in degrees for t in distances]
    return [{"t": t, "degrees": d, "p": p} for t, d, p in tails if p > 1e-290]


def tail(t, degrees):
    x = degrees / (degrees + t * t)
    return float(mpmath.betainc(mpmath.mpf(degrees) / 2, mpmath.mpf(1) / 2, 0, x, regularized=True))


def exact(differences):
    """How many choices of signs have a sum at least as far from 0, and how many choices there are."""
    sums = {0: 1}
    for difference in differences:
        following = {}
        for total, count in sums.items():
            for next_total in (total + difference, total - difference):
                following[next_total] = following.get(next_total, 0) + count
        sums = following
    observed = abs(sum(differences))
    return sum(count for total, count in sums.items() if abs(total) >= observed), 2 ** len(differences)


def brute_force(differences):
    sums = (sum(choice) for choice in itertools.product(*((d, -d) for d in differences)))
    return sum(abs(total) >= abs(sum(differences)) for total in sums)


def sign_flips(generator):
    """Exact tests, with many sums that are as far from 0 as the observed one."""
    cases = []
    for topics in [1, 2, 3, 5, 8, 9, 10, 12, 12, 12, 16, 17, 20, 20, 25]:
        run, baseline = pair(generator, topics, generator.choice([0, 0.02, 0.1]), 0.1, ties=0.2)
        if topics % 4 == 0:
            run = [b + round((r - b) / 500) * 500 for r, b in zip(run, baseline)]
        differences = [r - b for r, b in zip(run, baseline) if r != b]
        if len(differences) > 20:
            continue
        extreme, choices = exact(differences)
        assert len(differences) > 12 or extreme == brute_force(differences)
        cases.append({"run": figures(run), "baseline": figures(baseline), "extreme": extreme, "choices": choices})
    return cases


def drawn_p(differences, permutations, seed):
    """The p-value of a Monte Carlo test by its law."""
    source, extreme = SplitMix64(seed), 0
    for _ in range(permutations):
        words = [source.next() for _ in range(math.ceil(len(differences) / 64))]
        total = sum(-d if words[i // 64] >> i % 64 & 1 else d for i, d in enumerate(differences))
        extreme += abs(total) >= abs(sum(differences))
    return (1 + extreme) / (1 + permutations)


def monte_carlo(generator):
    cases = []
    for topics, shift in [(21, 0), (30, 0.02), (50, 0.005), (50, 0.03), (64, 0.02), (65, 0.01), (130, 0.015), (200, 0)]:
        run, baseline = pair(generator, topics, shift, 0.1)
        run = [b + round((r - b) / 50) * 50 for r, b in zip(run, baseline)]
        differences = [r - b for r, b in zip(run, baseline) if r != b]
        extreme, choices = exact([d // 50 for d in differences])
        seed = generator.getrandbits(64)
        drawn = drawn_p(differences, 2000, seed)
        cases.append({
            "run": figures(run), "baseline": figures(baseline), "seed": seed, "exact": extreme / choices, "drawn": drawn,
        })
    return cases


def intervals(generator):
    """Percentile intervals by the law, and scipy's with draws of its own."""
    cases = []
    for topics, level in [(5, 0.95), (20, 0.9), (50, 0.95), (50, 0.99), (150, 0.95)]:
        run, baseline = pair(generator, topics, 0.02, 0.1)
        differences = [r - b for r, b in zip(run, baseline)]
        seed = generator.getrandbits(64)
        source = SplitMix64(seed)
        totals = [sum(differences[source.below(topics)] for _ in range(topics)) for _ in range(1000)]
        drawn = numpy.percentile(numpy.array(totals) / topics / UNIT, [50 - 50 * level, 50 + 50 * level])
        scipys = scipy.stats.bootstrap(
            (numpy.array(differences) / UNIT,), numpy.mean, n_resamples=100_000, confidence_level=level,
            method="percentile", rng=1).confidence_interval
        cases.append({
            "run": figures(run), "baseline": figures(baseline), "level": level, "seed": seed, "drawn": list(drawn),
            "scipy": list(scipys),
        })
    return cases


def corrections(generator):
    """As p.adjust of R defines them."""
    cases = []
    for count in [1, 2, 3, 4, 6, 10, 15]:
        p = [round(generator.random() ** 4, 5) for _ in range(count)]
        order = numpy.argsort(p, kind="stable")
        holm = numpy.empty(count)
        holm[order] = numpy.minimum(1, numpy.maximum.accumulate((count - numpy.arange(count)) * numpy.array(p)[order]))
        cases.append({"p": p, "bonferroni": [min(1, count * x) for x in p], "holm": list(holm)})
    return cases


def folds(generator):
    cases = []
    for topics, count in [(10, 5), (50, 5), (7, 3), (3, 5)]:
        names = [str(number) for number in range(1, topics + 1)]
        seed = generator.getrandbits(64)
        source, order = SplitMix64(seed), sorted(names)
        for last in range(topics - 1, 0, -1):
            other = source.below(last + 1)
            order[last], order[other] = order[other], order[last]
        parts = [sorted(order[fold::count]) for fold in range(count)]
        cases.append({"topics": names, "seed": seed, "folds": parts})
    return cases


def ranking(generator, documents, depth, ties):
    """Documents with scores that a 32-bit float holds, best first, ties by name from the last."""
    chosen = generator.sample(documents, generator.randint(0, depth))
    scores = {name: generator.randint(-8, 40) / 8 if ties else float(numpy.float32(generator.gauss(0, 9))) for name in chosen}
    return sorted(scores.items(), key=lambda hit: (hit[1], hit[0]), reverse=True)


def ordered(scores):
    """trec_eval's order."""
    hits = [(float(numpy.float32(score)), name) for name, score in scores.items()]
    return [name for _, name in sorted(hits, reverse=True)]


def normalised(hits):
    if not hits:
        return {}
    scores = [score for _, score in hits]
    least, most = min(scores), max(scores)
    return {name: (score - least) / (most - least) if most > least else 1.0 for name, score in hits}


def fusions(generator):
    documents = [f"d{number}" for number in range(20)]
    cases = []
    for number in range(12):
        rankings = [ranking(generator, documents, 14, number % 2) for _ in range(generator.randint(1, 5))]
        names = {name for hits in rankings for name, _ in hits}
        ranks = [{name: rank for rank, (name, _) in enumerate(hits, 1)} for hits in rankings]
        plain, scaled = [dict(hits) for hits in rankings], [normalised(hits) for hits in rankings]
        known = {name: sum(name in hits for hits in plain) for name in names}

        def sums(tables):
            return {name: sum(table[name] for table in tables if name in table) for name in names}

        expected = {
            "reciprocal_rank": {name: sum(1 / (60 + table[name]) for table in ranks if name in table) for name in names},
            "comb_sum none": sums(plain),
            "comb_sum minMax": sums(scaled),
            "comb_mnz none": {name: known[name] * score for name, score in sums(plain).items()},
            "comb_mnz minMax": {name: known[name] * score for name, score in sums(scaled).items()},
        }
        cases.append({
            "documents": [[name for name, _ in hits] for hits in rankings],
            "scores": [[score for _, score in hits] for hits in rankings],
            "fused": {way: {"documents": ordered(scores), "scores": scores} for way, scores in expected.items()},
        })
    return cases


def write(name, content):
    GOLDEN.mkdir(exist_ok=True)
    lines = []
    for key, cases in content.items():
        rows = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        lines.append(f'"{key}":[\n{rows}\n]')
    (GOLDEN / name).write_text("{" + ",\n".join(lines) + "}\n")


def main():
    generator = random.Random(20260714)
    write("comparison.json", {
        "tTests": t_tests(generator), "student": student(), "signFlips": sign_flips(generator),
        "monteCarlo": monte_carlo(generator), "intervals": intervals(generator), "corrections": corrections(generator),
        "folds": folds(generator),
    })
    write("fusion.json", {"cases": fusions(generator)})


if __name__ == "__main__":
    main()
