"""Measures parts of the engine by themselves; writes Benchmarks/Results/<date>-micro.md.

    python3 Benchmarks/Micro/run.py [PATTERN]

PATTERN   a regular expression that names of benchmarks must match from end to end; nothing is written then
"""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE.parent / "Results"


def measure(pattern):
    """What the harness reports, as JSON in JMH's form."""
    # An index that an earlier version wrote would be measured otherwise.
    shutil.rmtree(HERE / ".build" / "generated.idx", ignore_errors=True)
    # The plug-in would build in silence.
    build = ["swift", "build", "--package-path", HERE, "--configuration", "release", "--product", "Micro"]
    subprocess.run(build, check=True, stdout=sys.stderr)
    command = ["swift", "package", "--package-path", HERE, "--configuration", "release", "benchmark", "--target", "Micro"]
    command += ["--format", "jmh", "--path", "stdout", "--no-progress", *(["--filter", pattern] if pattern else [])]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    reports = [line for line in output.splitlines() if line.startswith("[{")]
    if len(reports) != 1:
        sys.exit(f"expected one line of JSON from the harness, found {len(reports)} in:\n{output}")
    return json.loads(reports[0])


def rows(report):
    """Name, way, amount, unit, and the median and the shortest run in µs, of each benchmark."""
    found = []
    for one in report:
        name = one["benchmark"].split(".", 3)[3].replace("_", " ")
        what, how, amount = (part.strip() for part in name.split("|"))
        number, unit = amount.split(" ")
        times = one["secondaryMetrics"]["Time (wall clock)"]["scorePercentiles"]
        found.append((what, how, int(number), unit, times["50.0"], times["0.0"]))
    return sorted(found, key=lambda row: (row[0], row[1] != "portable", len(row[1]), row[1]))


def rate(amount, unit, time):
    """What a run of `time` µs comes to for each of `amount`."""
    if unit == "bytes":
        return f"{amount / time:.0f} MB/s"
    return "" if amount == 1 else f"{1000 * time / amount:.2f} ns/{unit.removesuffix('s')}"


def page(found):
    """The table."""
    portable = {what: median for what, how, _, _, median, _ in found if how == "portable"}
    lines = [
        f"# Parts of the engine, {datetime.date.today()}",
        "",
        f"Machine: {machine()}. Medians of up to 5,000 runs in half a second; the last column compares with the portable kernel.",
        "",
        "| what | how | median run, µs | fastest, µs | median, each | faster |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for what, how, amount, unit, median, fastest in found:
        ratio = f"{portable[what] / median:.1f} ×" if how == "AVX2" else ""
        lines.append(f"| {what} | {how} | {median:.1f} | {fastest:.1f} | {rate(amount, unit, median)} | {ratio} |")
    return "\n".join(lines) + "\n"


def machine():
    """The processor and the number of cores."""
    facts = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in facts if line.startswith("model name")), "unknown processor")
    return f"{model}, {os.cpu_count()} cores"


def main():
    pattern = sys.argv[1] if len(sys.argv) > 1 else None
    text = page(rows(measure(pattern)))
    print(text)
    if not pattern:
        RESULTS.mkdir(parents=True, exist_ok=True)
        (RESULTS / f"{datetime.date.today()}-micro.md").write_text(text)


if __name__ == "__main__":
    main()
