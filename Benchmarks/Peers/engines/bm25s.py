"""bm25s with its numba backend: scores computed when indexing, summed by a query over every document.

Only unions. The variant "lucene" has the same idf as ours.
"""

import json

import bm25s
import Stemmer

from engines.program import Engine, main


class BM25S(Engine):
    version = bm25s.__version__
    modes = frozenset({"union"})

    def build(self, ids, bodies, out, text):
        if text == "english":
            tokens = bm25s.tokenize(bodies, stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False)
        else:
            tokens = split(bodies)
        retriever = bm25s.BM25(method="lucene", k1=0.9, b=0.4, backend="numba")
        retriever.index(tokens, show_progress=False)
        retriever.save(out)
        (out / "ids.json").write_text(json.dumps(ids))

    def open(self, index):
        self.index = index
        self.retriever = bm25s.BM25.load(index, mmap=False)
        self.retriever.backend = "numba"
        self.retriever.activate_numba_scorer()
        self.documents = self.retriever.scores["num_docs"]
        self.retrieve(next(iter(self.retriever.vocab_dict)), 10)  # numba compiles at the first call

    def retrieve(self, query, k):
        tokens = [query.split()]
        return self.retriever.retrieve(
            tokens, k=min(k, self.documents), show_progress=False, n_threads=0, backend_selection="numba"
        )

    def search(self, query, mode, k):
        return self.retrieve(query, k).documents.shape[1]

    def ranking(self, query, mode, k):
        with open(f"{self.index}/ids.json") as file:
            ids = json.load(file)
        found = self.retrieve(query, k)
        for place, score in zip(found.documents[0], found.scores[0]):
            if score > 0:
                yield ids[int(place)], float(score)


def split(bodies):
    """Tokens at white space, numbered as bm25s wants them."""
    vocabulary = {}
    numbered = [[vocabulary.setdefault(word, len(vocabulary)) for word in body.split()] for body in bodies]
    return bm25s.tokenization.Tokenized(ids=numbered, vocab=vocabulary)


if __name__ == "__main__":
    main(BM25S())
