"""BM25 by reading everything, in 64-bit floating point: what each engine's rankings are checked against.

    score = Σ idf · tf / (tf + k1 · (1 − b + b · length / average)) · scale

Engines differ in k1 and b, in idf, in how they store lengths, and in a constant factor, which ranks the same.
"""

import collections
import dataclasses

import numpy

from corpus import body, documents


def plain_idf(count, df):
    """Never negative: ln(1 + (N − df + ½) / (df + ½))."""
    return numpy.log1p((count - df + 0.5) / (df + 0.5))


def floored_idf(count, df):
    """Robertson and Spärck Jones's, with a floor for terms in more than half of the documents."""
    return max(numpy.log((count - df + 0.5) / (df + 0.5)), 1e-6)


def lifted_idf(count, df):
    """Xapian's: below a ratio of 2 another line, which stays above 0."""
    ratio = (count - df + 0.5) / (df + 0.5)
    return numpy.log(ratio if ratio >= 2 else ratio * 0.5 + 1)


def exact(lengths):
    return lengths


def one_byte(lengths):
    """Lengths as Lucene and Tantivy keep them: exact to 40, then with four significant bits."""
    return numpy.array([rounded(length) for length in lengths.tolist()])


def rounded(length):
    """Lucene's SmallFloat: 24 exact values, and behind them numbers with 3 bits after the highest."""
    behind = max(length - 24, 0)
    shift = max(behind.bit_length() - 4, 0)
    return min(length, 24) + (behind >> shift << shift)


@dataclasses.dataclass(frozen=True)
class Formula:
    """What an engine computes."""

    k1: float = 0.9
    b: float = 0.4
    idf: object = plain_idf
    lengths: object = exact
    scaled: bool = False


FORMULAS = {
    "titer": Formula(),
    "bm25s": Formula(),
    "lucene": Formula(lengths=one_byte),
    "tantivy": Formula(k1=1.2, b=0.75, lengths=one_byte, scaled=True),
    "sqlite": Formula(k1=1.2, b=0.75, idf=floored_idf, scaled=True),
    "pisa": Formula(idf=floored_idf, scaled=True),
    "xapian": Formula(idf=lifted_idf, scaled=True),
}


class Oracle:
    """A token corpus in memory."""

    def __init__(self, path):
        self.ids, self.texts = [], []
        lists = collections.defaultdict(lambda: ([], []))
        for number, document in enumerate(documents(path)):
            words = body(document).split()
            self.ids.append(document["id"])
            self.texts.append(words)
            for word, frequency in collections.Counter(words).items():
                lists[word][0].append(number)
                lists[word][1].append(frequency)
        self.postings = {word: tuple(map(numpy.array, columns)) for word, columns in lists.items()}
        self.lengths = numpy.array([len(words) for words in self.texts])
        self.norms = {}

    def matches(self, query, mode):
        """Which documents match, as a mask."""
        words = query.split()
        masks = [self.mask(word) for word in words]
        if mode in ("union", "count"):
            return numpy.logical_or.reduce(masks)
        every = numpy.logical_and.reduce(masks)
        if mode == "phrase":
            for number in numpy.flatnonzero(every):
                every[number] = holds(self.texts[number], words)
        return every

    def mask(self, word):
        mask = numpy.zeros(len(self.ids), bool)
        mask[self.postings.get(word, ([], []))[0]] = True
        return mask

    def scores(self, query, formula):
        """The score of every document."""
        scores = numpy.zeros(len(self.ids))
        norms = self.norm(formula)
        for word in query.split():
            if word not in self.postings:
                continue
            numbers, frequencies = self.postings[word]
            weight = formula.idf(len(self.ids), len(numbers)) * (formula.k1 + 1 if formula.scaled else 1)
            scores[numbers] += weight * frequencies / (frequencies + norms[numbers])
        return scores

    def norm(self, formula):
        """k1 · (1 − b + b · length / average) of every document."""
        if formula not in self.norms:
            ratios = formula.lengths(self.lengths) / self.lengths.mean()
            self.norms[formula] = formula.k1 * (1 - formula.b + formula.b * ratios)
        return self.norms[formula]


def holds(text, phrase):
    """Whether the words of the phrase stand next to each other in the text."""
    size = len(phrase)
    return any(text[start : start + size] == phrase for start in range(len(text) - size + 1))
