"""Corpora of other sizes, made from the token corpus: smaller ones by sampling, larger ones by recombining.

Neighbours in the bulk collection belong together (an article's passages, its reference list). Both keep that:
a group of neighbours is the unit, and documents of a group stay together.
"""

import itertools
import random

from corpus import documents, line

#: Documents that count as one topic.
GROUP = 16
#: Terms of a clause, the unit that is recombined.
CLAUSE = (6, 18)


def groups(path):
    """The documents in runs of GROUP neighbours."""
    every = documents(path)
    while group := list(itertools.islice(every, GROUP)):
        yield group


def sample(path, count, out):
    """Writes `count` documents: random groups, in order."""
    total = sum(1 for _ in documents(path))
    chooser = random.Random(count)
    chosen = set(chooser.sample(range(-(-total // GROUP)), min(-(-count // GROUP) + 1, -(-total // GROUP))))
    every = (document for place, group in enumerate(groups(path)) if place in chosen for document in group)
    for document in itertools.islice(every, count):
        out.write(line(document["id"], document["title"], document["text"]))


def recombine(path, count, out):
    """Writes `count` new documents: passes over the corpus, in each of which every group yields as many as it has."""
    chooser = random.Random(count)
    written = 0
    for sweep in itertools.count():
        for group in groups(path):
            sources = [document["title"].split() + document["text"].split() for document in group]
            sources = [words for words in sources if words]
            for _ in group:
                if written == count:
                    return
                words = recombined(sources, chooser)
                out.write(line(f"new:{sweep}-{written}", "", " ".join(words)))
                written += 1


def recombined(sources, chooser):
    """A text as long as one of the sources, of clauses of two or three of them."""
    length = len(chooser.choice(sources))
    parts = chooser.sample(sources, min(len(sources), chooser.randint(2, 3)))
    words = []
    while len(words) < length:
        part = chooser.choice(parts)
        size = chooser.randint(*CLAUSE)
        start = chooser.randrange(max(1, len(part) - size))
        words += part[start : start + size]
    return words[:length]
