"""Checks that Titer's English chain gives the tokens of Lucene's EnglishAnalyzer, or measures how fast both are.

    python3 Benchmarks/Peers/analysis.py [COLLECTION ...]
    python3 Benchmarks/Peers/analysis.py --speed

Each document's title and text are analysed by both, and their terms and positions compared; the first differences are
shown. Collections are those of ../shared/data (or the folder that TITER_DATA names), `bulk` among them, and
`characters`: every character of Unicode in the contexts that word breaks turn on. All of them without an argument.

--speed analyses the first texts of the bulk on one thread, texts in memory, tokens consumed and dropped; the first
passes warm up, the best of the others counts. It writes Benchmarks/Results/<date>-analysis.md. Titer is driven in two
ways: by its analyzer, which returns tokens, and as its indexing drives it, which looks each term up in the segment's
table and has its number in place of its text: more than the others do. Tantivy's en_stem (which keeps other words: no
stop list, none of more than 40 bytes, another stemmer) is driven by the analyzer of its Python binding: its figure has
a call and a list of strings a text in it, which its indexing hasn't. Installs what it misses.
"""

import argparse
import dataclasses
import datetime
import gzip
import itertools
import json
import struct
import subprocess
import sys
import time

from corpus import DATA, HERE, SHARED, WORK

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
    """The bytes that are analysed, and of each analyzer the seconds of its passes and the tokens of one."""
    texts = list(itertools.islice(itertools.chain.from_iterable(documents("bulk")), TEXTS))
    path = DATA / "speed.texts"
    size = write(texts, path)
    found = {name: passes(program, "speed", path) for name, program in programs().items()}
    for chain in ["english", "biomedical"]:
        found[f"titer, indexing, {chain}"] = passes(programs()["titer"], "indexing", path, chain)
    found["tantivy, by Python"] = tantivy_passes(texts, WARM + PASSES)
    path.unlink()
    return size, found


def passes(program, operation, path, *rest):
    """The seconds of a program's passes, and the tokens of one."""
    answer = json.loads(subprocess.check_output([*program, operation, path, str(WARM + PASSES), *rest]))
    return answer["pass_seconds"], answer["tokens"]


def page(size, found):
    """What was measured: rates of the best pass that counts, and the seconds of all."""
    from campaign import machine

    rates = {name: size / min(seconds[WARM:]) / 1e6 for name, (seconds, _) in found.items()}
    own = machine()
    lines = [
        f"# Analysis compared, {datetime.date.today()}",
        "",
        f"{own['processor']}, {own['cores']} cores, {own['memory'] / 2**30:.0f} GiB, {own['system']}. The first {TEXTS:,} "
        f"texts of the bulk, {size / 1e6:.1f} MB, in memory, on one thread; {WARM} passes warm up, the best of the {PASSES} others "
        "counts. **×** is the rate by Lucene's.",
        "",
        "How each is driven: [analysis.py](../Peers/analysis.py).",
        "",
        "| | MB/s | × | tokens | seconds of all passes |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for name, (seconds, tokens) in found.items():
        times = " ".join(f"{second:.2f}" for second in seconds)
        lines.append(f"| {name} | {rates[name]:.1f} | {rates[name] / rates['lucene']:.2f} | {tokens} | {times} |")
    return "\n".join(lines) + "\n"


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
        path = HERE.parent / "Results" / f"{datetime.date.today()}-analysis.md"
        path.write_text(page(*speeds()))
        print(path.read_text())
        return 0
    is_same = True
    for name in arguments.collections or [*collections(), "characters"]:
        comparison = compared(name)
        is_same = is_same and not comparison.differing_documents
        print(f"{name:20} {comparison}", flush=True)
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())
