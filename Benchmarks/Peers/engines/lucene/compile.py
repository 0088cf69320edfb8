"""Compiles the Java programs against the jar with whatever javac there is.

    python compile.py JAR CLASSES

The jar's classes are of Java 21, which an older javac refuses to read. Nothing in them but the number of their format
keeps it from doing so: this compiles against a copy in which that is lowered. The result runs on a Java of 21 or later.
"""

import pathlib
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
#: The class file format of Java 17.
FORMAT = (61).to_bytes(2, "big")
NEEDED = ("org/apache/lucene/", "com/fasterxml/jackson/")


def lowered(jar, copy):
    """Copies the classes that the programs need, as if they were of Java 17."""
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            if name.endswith(".class") and name.startswith(NEEDED):
                content = source.read(name)
                target.writestr(name, content[:6] + min(content[6:8], FORMAT) + content[8:])


def main():
    jar, classes = map(pathlib.Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "compile.jar"
        lowered(jar, copy)
        sources = sorted(HERE.glob("*.java"))
        subprocess.run(["javac", "--release", "17", "-nowarn", "-cp", copy, "-d", classes, *sources], check=True)


if __name__ == "__main__":
    main()
