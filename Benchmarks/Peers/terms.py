"""The English chain that token corpora are made with.

Lower-case ASCII words, without Lucene's stop words, stemmed by Porter's algorithm until nothing changes. A term is
thus its own stem: an engine that knows no white-space analysis but has this chain leaves every token as it is. So all
engines index the very same terms.
"""

import re
import unicodedata

import Stemmer

#: Lucene's English stop words.
STOP_WORDS = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
    "this to was will with".split()
)
#: A longer word is data (a sequence, an address), no word.
LONGEST = 40

WORD = re.compile(r"[a-z0-9]+")
#: Where Porter's program goes on and the published algorithm doesn't: oncologi, possibli.
DEPARTURES = (("logi", "log"), ("bli", "bl"))


class Chain:
    """Turns text into terms; remembers the term of each word."""

    def __init__(self):
        self._stem = Stemmer.Stemmer("porter", 0).stemWord
        self._terms = {}

    def terms(self, text):
        """The terms of a text, in order, repeats included."""
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        known = self._terms
        found = []
        for word in WORD.findall(text.lower()):
            term = known.get(word)
            if term is None:
                term = known[word] = self._term(word)
            if term:
                found.append(term)
        return found

    def _term(self, word):
        """A word's term; empty for a stop word and for what is no word."""
        if len(word) > LONGEST:
            return ""
        term, before = word, None
        while term != before and term not in STOP_WORDS:
            before, term = term, self._stem(term)
            for ending, shorter in DEPARTURES:
                if term.endswith(ending):
                    term = term[: len(term) - len(ending)] + shorter
        return "" if term in STOP_WORDS else term
