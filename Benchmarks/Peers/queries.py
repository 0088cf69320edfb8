"""The query sets, drawn with fixed seeds from the token corpus and the test collections."""

import collections
import itertools
import json
import random

from corpus import SHARED, body, documents
from terms import Chain


def titles(tokens):
    """1000 queries of 2 to 6 words of a cited title, in its order."""
    cited = [document["title"].split() for document in documents(tokens) if document["id"].startswith("ref:")]
    return drawn(1000, "titles", lambda random: words_of(random.choice(cited), random))


def words_of(title, random):
    """Some distinct words of a title, numbers and single letters left out; None when it has too few."""
    words = distinct(word for word in title if len(word) > 2 and not word.isdigit())
    count = random.randint(2, 6)
    if len(words) < count:
        return None
    return [words[place] for place in sorted(random.sample(range(len(words)), count))]


def topics(_):
    """The topics of all test collections and screening sets; of a set of thousands 300; in random order."""
    chain, chooser = Chain(), random.Random("topics")
    found = []
    for file in sorted(SHARED.glob("*/*/queries.jsonl")):
        lines = file.read_text(encoding="utf-8").splitlines()
        every = [distinct(chain.terms(json.loads(line)["text"])) for line in lines]
        every = distinct(" ".join(terms) for terms in every if terms)
        found += chooser.sample(every, min(300, len(every)))
    found = distinct(found)
    chooser.shuffle(found)
    return found


def phrases(tokens):
    """1000 phrases of 2 or 3 terms that stand next to each other in a text."""
    bodies = sample(tokens, 20_000, "phrases", least=4)

    def phrase(random):
        words = random.choice(bodies)
        length = random.randint(2, 3)
        start = random.randrange(len(words) - length)
        words = words[start : start + length]
        return words if len(set(words)) == length and not any(word.isdigit() for word in words) else None

    return drawn(1000, "phrases", phrase)


def long(tokens):
    """200 queries of 30 to 100 distinct terms: a passage as the question."""
    bodies = sample(tokens, 2_000, "long", least=60)

    def passage(random):
        words = distinct(random.choice(bodies))[: random.randint(30, 100)]
        return words if len(words) >= 30 else None

    return drawn(200, "long", passage)


def stops(tokens):
    """300 queries of 2 to 6 of the 200 most frequent terms."""
    counts = collections.Counter()
    for document in documents(tokens):
        counts.update(body(document).split())
    frequent = [term for term, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:200]]
    return drawn(300, "stops", lambda random: random.sample(frequent, random.randint(2, 6)))


SETS = {"titles": titles, "topics": topics, "phrases": phrases, "long": long, "stops": stops}


def sample(tokens, count, seed, least):
    """The terms of about `count` random documents of at least `least` terms."""
    chooser = random.Random(seed)
    every = (body(document).split() for document in documents(tokens))
    long_enough = [words for words in every if len(words) >= least and chooser.random() < 0.25]
    return chooser.sample(long_enough, min(count, len(long_enough)))


def drawn(count, seed, draw):
    """`count` different queries, drawn one after another; a draw of None is repeated."""
    chooser = random.Random(seed)
    every = (draw(chooser) for _ in itertools.count())
    queries = {}
    for words in every:
        if words:
            queries.setdefault(" ".join(words))
        if len(queries) == count:
            return list(queries)


def distinct(items):
    """The items without repeats, in order."""
    return list(dict.fromkeys(items))
