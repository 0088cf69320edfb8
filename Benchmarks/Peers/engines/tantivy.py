"""Tantivy, by its Python binding.

One indexing thread with a heap that holds everything, so that one segment comes about and nothing needs merging. Its
BM25 has k1 = 1.2 and b = 0.75 for good, and lengths in one byte. `count=False` keeps pruning on; for counts the binding
has no collector that does without scores, so those are of a top-1 search that counts.
"""

import tantivy

from engines.program import Engine, main


class Tantivy(Engine):
    version = tantivy.__version__.removeprefix("tantivy ").split(",")[0]

    def build(self, ids, bodies, out, text):
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        tokenizer = "en_stem" if text == "english" else "whitespace"
        schema.add_text_field("body", stored=False, tokenizer_name=tokenizer, index_option="position")
        writer = tantivy.Index(schema.build(), path=str(out)).writer(heap_size=4_000_000_000, num_threads=1)
        for identifier, body in zip(ids, bodies):
            writer.add_document(tantivy.Document(id=identifier, body=body))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, index):
        self.index = tantivy.Index.open(str(index))
        self.searcher = self.index.searcher()

    def parse(self, query, mode):
        if mode == "phrase":
            return self.index.parse_query(f'"{query}"', ["body"])
        return self.index.parse_query(query, ["body"], conjunction_by_default=mode == "intersection")

    def search(self, query, mode, k):
        if mode == "count":
            return self.searcher.search(self.parse(query, mode), 1, count=True).count
        return len(self.searcher.search(self.parse(query, mode), k, count=False).hits)

    def ranking(self, query, mode, k):
        for score, address in self.searcher.search(self.parse(query, mode), k, count=False).hits:
            yield self.searcher.doc(address)["id"][0], score

    def note(self):
        return {"segments": self.searcher.num_segments} if hasattr(self, "searcher") else {}


if __name__ == "__main__":
    main(Tantivy())
