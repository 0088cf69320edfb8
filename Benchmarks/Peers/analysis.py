"""Checks that Titer's English chain gives the tokens of Lucene's EnglishAnalyzer, or measures how fast both are.

    python3 Benchmarks/Peers/analysis.py [COLLECTION ...]
    python3 Benchmarks/Peers/analysis.py --speed

Each document's title and text are analysed by both, and their terms and positions compared; the first differences are
shown. Collections are those of ../shared/data (or the folder that TITER_DATA names), `bulk` among them, and
`characters`: every character of Unicode in the contexts that word breaks turn on. All of them without an argument.

--speed analyses the first texts of the bulk on one thread, texts in memory, tokens consumed and dropped; the first
passes warm up, the best of the others counts. Titer is driven in two ways: by its analyzer, which returns tokens, and as
its indexing drives it, which looks each term up in the segment's table and has its number in place of its text: more
than the others do. Tantivy's en_stem (which keeps other words: no stop list, none of more
than 40 bytes, another stemmer) is driven by the analyzer of its Python binding: its figure has a call and a list of
strings a text in it, which its indexing hasn't. Installs what it misses.
"""

import argparse
import dataclasses
import gzip
import itertools
import json
import struct
import subprocess
import sys
import time

from corpus import DATA, SHARED, WORK

#: What a character stands in, in the texts of the collection `characters`.
CONTEXTS = """
    # x# #x x#y 1# 1,# 1#2 カ# א#א א#1 ก# ## _# #' #\N{COMBINING ACUTE ACCENT}😀 #\N{ZERO WIDTH JOINER}😀
    😀\N{ZERO WIDTH JOINER}# 😀# 😀\N{ZERO WIDTH JOINER}#\N{ZERO WIDTH JOINER}x 😀\uFE0F#\N{CANCEL TAG} #\uFE0E #\uFE0Fx
    #\N{COMBINING ENCLOSING KEYCAP}x #🏻x
""".split()
SURROGATES = range(0xD800, 0xE000)
#: How many differences of a collection are shown.
SHOWN = 5
#: For --speed: texts, passes that warm up, and passes that count.
TEXTS, WARM, PASSES = 200_000, 3, 5


def collections():
    """The files of documents by the names of their collections."""
    files = [*SHARED.glob("*/*/corpus.jsonl.gz"), *SHARED.glob("*/corpus.jsonl.zst")]
    return {path.parent.name: path for path in sorted(files)}


def documents(name):
    """The documents of a collection, each some texts."""
    if name == "characters":
        for number in range(sys.maxunicode + 1):
            if number not in SURROGATES:
                yield [context.replace("#", chr(number)) for context in CONTEXTS]
        return
    path = collections()[name]
    with opened(path) as lines:
        for line in lines:
            document = json.loads(line)
            yield [document["title"] or "", document["text"] or ""]


def opened(path):
    if path.suffix == ".gz":
        return gzip.open(path)
    return subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE).stdout


def write(texts, path):
    """Writes texts as the programs read them, and returns their bytes: four bytes of length and UTF-8."""
    size = 0
    with open(path, "wb") as file:
        for text in texts:
            content = text.encode("utf-8", "replace")
            size += len(content)
            file.write(struct.pack(">I", len(content)) + content)
    return size


def programs():
    """What starts the two sides."""
    from catalogue import ENGINES

    *java, _ = ENGINES["lucene"].command()
    return {"lucene": [*java, "Analysis"], "titer": ENGINES["titer"].command()}


@dataclasses.dataclass
class Comparison:
    """The tokens of two analyzers over one collection."""

    documents: int = 0
    tokens: int = 0
    differing_documents: int = 0
    #: The first texts that differ, with both lines of tokens.
    differences: list = dataclasses.field(default_factory=list)

    def add(self, texts, lines):
        """Compares one document: a pair of lines for each of its texts."""
        self.documents += 1
        self.tokens += sum(len(line.split()) for line, _ in lines)
        if any(line != other for line, other in lines):
            self.differing_documents += 1
            self.differences += [(text, *pair) for text, pair in zip(texts, lines) if pair[0] != pair[1]]
            del self.differences[SHOWN:]

    def __str__(self):
        rows = [f"{self.documents} documents, {self.tokens} tokens, {self.differing_documents} documents differ"]
        for text, line, other in self.differences:
            own = [set(tokens.decode().split()) for tokens in (line, other)]
            rows.append(f"  {ascii(text[:60])}: Lucene {ascii(own[0] - own[1])}, Titer {ascii(own[1] - own[0])}")
        return "\n".join(rows)


def compared(name):
    """The comparison over a collection; the two sides run at the same time and are read line by line."""
    path = DATA / f"{name}.texts"
    write(itertools.chain.from_iterable(documents(name)), path)
    sides = [subprocess.Popen([*program, "tokens", path], stdout=subprocess.PIPE) for program in programs().values()]
    comparison = Comparison()
    pairs = zip(*(side.stdout for side in sides), strict=True)
    for texts in documents(name):
        comparison.add(texts, list(itertools.islice(pairs, len(texts))))
    if next(pairs, None) or any(side.wait() for side in sides):
        sys.exit(f"{name}: a program ended badly")
    path.unlink()
    return comparison


def speeds():
    """MB a second of each analyzer, best pass, and the tokens of a pass."""
    texts = list(itertools.islice(itertools.chain.from_iterable(documents("bulk")), TEXTS))
    path = DATA / "speed.texts"
    size = write(texts, path)
    for name, program in programs().items():
        yield name, *rate(program, "speed", path, size)
    for chain in ["english", "biomedical"]:
        yield f"titer, indexing, {chain}", *rate(programs()["titer"], "indexing", path, size, chain)
    seconds, tokens = tantivy_passes(texts, WARM + PASSES)
    yield "tantivy, by Python", size / min(seconds[WARM:]) / 1e6, tokens
    path.unlink()


def rate(program, operation, path, size, *rest):
    """MB a second of a program's best pass, and the tokens of a pass."""
    answer = json.loads(subprocess.check_output([*program, operation, path, str(WARM + PASSES), *rest]))
    return size / min(answer["pass_seconds"][WARM:]) / 1e6, answer["tokens"]


def tantivy_passes(texts, passes):
    """The seconds of passes of Tantivy's en_stem over texts, and the tokens of a pass."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
    analyzer = builder.filter(Filter.stemmer("english")).build()
    seconds = []
    for _ in range(passes):
        start = time.perf_counter()
        tokens = sum(len(analyzer.analyze(text)) for text in texts)
        seconds.append(time.perf_counter() - start)
    return seconds, tokens


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("collections", nargs="*")
    arguments = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"expected the collections in {SHARED}, found none; name their folder by TITER_DATA")
    if not sys.prefix.startswith(str(WORK)):
        from run import in_environment

        in_environment()
    DATA.mkdir(exist_ok=True)
    if arguments.speed:
        for name, speed, tokens in speeds():
            print(f"{name:28} {speed:8.1f} MB/s {tokens:12} tokens", flush=True)
        return 0
    is_same = True
    for name in arguments.collections or [*collections(), "characters"]:
        comparison = compared(name)
        is_same = is_same and not comparison.differing_documents
        print(f"{name:20} {comparison}", flush=True)
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())
