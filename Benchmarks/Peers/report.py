"""Writes a campaign's figures: raw as JSON, as a page, and as pictures beside it."""

import json

import pictures
from corpus import HERE

RESULTS = HERE.parent / "Results"


def write(figures, folder=RESULTS):
    """Writes <date>-<plan>.json, .md and pictures."""
    stem = f"{figures['date']}-{figures['plan']}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.json").write_text(json.dumps(figures, indent=1) + "\n")
    drawn = draw(figures)
    for name, svg in drawn.items():
        (folder / f"{stem}-{name}.svg").write_text(svg)
    (folder / f"{stem}.md").write_text(page(figures, stem, drawn))
    print(folder / f"{stem}.md")


def draw(figures):
    """The pictures by name."""
    drawn = {}
    for k in (10, 1000):
        panels = [
            (heading(mode, name), [(row["engine"], row["mean"], row["p99"]) for row in rows])
            for (mode, name, limit), rows in by_job(figures).items()
            if limit == k
        ]
        if panels:
            drawn[f"latency-{k}"] = pictures.latency(f"Time of a query, best {k}", panels)
    for corpus in dict.fromkeys(build["corpus"] for build in figures["builds"]):
        builds = (build for build in figures["builds"] if build["corpus"] == corpus)
        rows = [(build["engine"], build["bytes_by_structure"]) for build in builds]
        drawn[f"size-{corpus}"] = pictures.sizes(f"Index size by structure, {corpus}", rows)
    drawn |= draw_scaling(figures["scaling"])
    return drawn


def draw_scaling(points):
    """Query time and build time over the number of documents."""
    drawn = {}
    for k in sorted({point["k"] for point in points}):
        series = curve([point for point in points if point["k"] == k], "mean")
        drawn[f"scaling-{k}"] = pictures.curves(f"Scaling: union of titles, best {k}", series, "Mean µs a query")
    if points:
        least = points[0]["k"]
        series = curve([point for point in points if point["k"] == least], "seconds")
        drawn["scaling-build"] = pictures.curves("Scaling: building an index", series, "Seconds")
    return drawn


def curve(points, value):
    engines = dict.fromkeys(point["engine"] for point in points)
    return [(e, [(point["docs"], point[value]) for point in points if point["engine"] == e]) for e in engines]


def by_job(figures):
    """The query results by job, in the order of the jobs."""
    jobs = {}
    for row in figures["queries"]:
        jobs.setdefault((row["mode"], row["set"], row["k"]), []).append(row)
    return jobs


def heading(mode, name):
    return f"{mode} of {name}" if mode != "phrase" else "phrases"


def page(figures, stem, drawn):
    engines = [[name, engine["version"], engine["settings"]] for name, engine in figures["engines"].items()]
    sections = [
        f"# Search compared, {figures['date']}",
        circumstances(figures),
        f"Corpora and query sets: [Peers](../Peers/README.md). Raw: [{stem}.json]({stem}.json).",
        "## Overview",
        overview(figures),
        *(f"![{name}]({stem}-{name}.svg)" for name in drawn if name.startswith("latency")),
        "## Indexing",
        indexing(figures),
        *(f"![{name}]({stem}-{name}.svg)" for name in drawn if name.startswith("size")),
        "## Scaling",
        scaling(figures),
        *(f"![{name}]({stem}-{name}.svg)" for name in drawn if name.startswith("scaling")),
        "## Queries",
        *queries(figures),
        "## Engines",
        table(["engine", "version", "settings"], engines),
    ]
    return "\n\n".join(sections) + "\n"


def circumstances(figures):
    """Where and how it was measured, and how to read it."""
    machine = figures["machine"]
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory'] / 2**30:.0f} GiB, {machine['system']}. "
        f"Load before: {figures['load_before']:.1f}. Rounds by turns: {figures['rounds']}, of {figures['passes']} "
        f"passes; {figures['minutes']} minutes. One thread, index in memory.\n\n"
        "Times are µs a query: each query's median over passes and rounds, then mean and percentiles over the queries. "
        "**×** is the time by Titer's on the same queries: above 1, Titer is faster. CPU is the processor's µs a query "
        "in the best pass."
    )


def table(head, rows, numbers=False):
    """A Markdown table; all columns but the first to the right where they are numbers."""
    rule = ["---"] + [("---:" if numbers else "---")] * (len(head) - 1)
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [head, rule, *rows])


def number(value):
    """Three significant digits."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def overview(figures):
    """Mean time and ratio of every engine, a row a job."""
    engines = list(figures["engines"])
    rows = []
    for (mode, name, k), results in by_job(figures).items():
        found = {row["engine"]: row for row in results}
        cells = [cell(found[engine]) if engine in found else "–" for engine in engines]
        rows.append([heading(mode, name) + ("" if mode == "count" else f", {k}"), *cells])
    return table(["mean µs (×)", *engines], rows, numbers=True)


def cell(row):
    ratio = f" (×{row['ratio']:.2g})" if "ratio" in row and row["engine"] != "titer" else ""
    return number(row["mean"]) + ratio


def indexing(figures):
    """Time, size and memory of each index; the text, in memory before the clock starts, doesn't count."""
    titer = {build["corpus"]: build for build in figures["builds"] if build["engine"] == "titer"}
    rows = []
    for build in figures["builds"]:
        own = titer.get(build["corpus"])
        slower, larger = (f"{build[key] / own[key]:.2f}" if own else "–" for key in ("seconds", "bytes"))
        time = [number(build["seconds"]), slower, number(build["cpu_seconds"])]
        size = [number(build["bytes"] / 1e6), larger, number((build["peak_rss"] - build["loaded"]) / 1e6)]
        rows.append([f"{build['corpus']}, {build['engine']}", f"{build['docs']:,}", *time, *size])
    head = ["corpus, engine", "documents", "s", "×", "CPU s", "MB", "×", "peak memory past the text, MB"]
    return table(head, rows, numbers=True)


def scaling(figures):
    rows = []
    for point in sorted(figures["scaling"], key=lambda point: (point["k"], point["docs"])):
        values = [number(point[name]) for name in ("mean", "p50", "p99", "seconds")]
        first = [f"{point['engine']}, best {point['k']}", f"{point['docs']:,}"]
        rows.append([*first, *values, number(point["bytes"] / 1e6)])
    return table(["engine", "documents", "mean µs", "p50", "p99", "build s", "MB"], rows, numbers=True)


def queries(figures):
    """A table a mode and query set."""
    groups = {}
    for (mode, name, _), rows in by_job(figures).items():
        groups.setdefault((mode, name), []).extend(sorted(rows, key=lambda row: row["mean"]))
    head = ["best, engine", "mean", "×", "p50", "p90", "p99", "max", "CPU", "queries", "hits", "mean of each round"]
    for (mode, name), rows in groups.items():
        yield f"### {heading(mode, name)}"
        yield table(head, [line(row) for row in rows], numbers=True)


def line(row):
    engine = row["engine"] + (f" ({row['algorithm']})" if "algorithm" in row else "")
    first = engine if row["mode"] == "count" else f"{row['k']}, {engine}"
    figures = [number(row["mean"]), f"{row['ratio']:.2f}" if "ratio" in row else "–"]
    figures += [number(row[name]) for name in ("p50", "p90", "p99", "max", "cpu")]
    rounds = " ".join(map(number, row["round_means"]))
    return [first, *figures, row["queries"], f"{row['hits']:,}", rounds]
