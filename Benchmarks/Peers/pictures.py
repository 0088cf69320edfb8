"""Pictures of a comparison as SVG, written by hand: legible on a light and on a dark page.

Engines keep their colours over all pictures, Titer's being the strong one.
"""

import math
from xml.sax.saxutils import escape

#: A colour on a light page and one on a dark page.
COLOURS = {
    "titer": ("#c2410c", "#fb923c"),
    "lucene": ("#1d4ed8", "#60a5fa"),
    "tantivy": ("#047857", "#34d399"),
    "pisa": ("#7e22ce", "#c084fc"),
    "xapian": ("#475569", "#94a3b8"),
    "sqlite": ("#0e7490", "#22d3ee"),
    "bm25s": ("#a16207", "#facc15"),
}
STRUCTURES = {
    "postings": ("#1d4ed8", "#60a5fa"),
    "positions": ("#047857", "#34d399"),
    "terms": ("#a16207", "#facc15"),
    "bounds": ("#7e22ce", "#c084fc"),
    "lengths": ("#be123c", "#fb7185"),
    "ids": ("#475569", "#94a3b8"),
    "stored": ("#0e7490", "#22d3ee"),
    "documents": ("#4d7c0f", "#a3e635"),
    "everything": ("#57534e", "#a8a29e"),
    "other": ("#9ca3af", "#6b7280"),
}
WIDTH = 820
MARGIN = 110


class Picture:
    """An SVG under construction: a title, and elements added from the top down."""

    def __init__(self, title, palette):
        self.title, self.palette, self.elements, self.height = title, palette, [], 36
        self.text(16, 24, title, "title")

    def add(self, element):
        self.elements.append(element)

    def text(self, x, y, text, style="", anchor="start"):
        self.add(f'<text x="{x:.1f}" y="{y:.1f}" class="{style}" text-anchor="{anchor}">{escape(str(text))}</text>')

    def bar(self, x, y, width, height, name):
        self.add(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height}" class="{key(name)}"/>')

    def line(self, x1, y1, x2, y2, style):
        self.add(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{style}"/>')

    def svg(self):
        """The whole file."""
        light = "".join(f".{key(name)}{{fill:{a};stroke:{a}}}" for name, (a, _) in self.palette.items())
        dark = "".join(f".{key(name)}{{fill:{b};stroke:{b}}}" for name, (_, b) in self.palette.items())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height}" role="img" '
            f'aria-label="{escape(self.title)}">\n<style>\n'
            "text{font:12px system-ui,sans-serif;fill:#1f2937}.title{font-size:15px;font-weight:600}"
            ".quiet{fill:#6b7280}.strong{font-weight:600}.grid{stroke:#d1d5db;stroke-width:1}.curve{fill:none;stroke-width:2}"
            f"rect{{stroke:none!important}}\n{light}\n"
            "@media (prefers-color-scheme:dark){text{fill:#e5e7eb}.quiet{fill:#9ca3af}.grid{stroke:#374151}"
            f"{dark}}}\n.curve{{fill:none}}\n</style>\n" + "\n".join(self.elements) + "\n</svg>\n"
        )


def key(name):
    return "c-" + name


def ticks(low, high):
    """The powers of ten and their halves between two numbers, for a logarithmic axis."""
    steps = [factor * 10**power for power in range(-3, 12) for factor in (1, 3)]
    return [step for step in steps if low <= step <= high]


def short(value):
    """A number in few characters: 950, 1.2k, 3M."""
    for size, suffix in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:.3g}{suffix}"
    return f"{value:.3g}"


def latency(title, panels):
    """Bars of mean µs with a whisker to p99, on one logarithmic axis. `panels`: a heading and rows of
    (engine, mean, p99) each."""
    picture = Picture(title, COLOURS)
    values = [value for _, rows in panels for _, mean, p99 in rows for value in (mean, p99)]
    low, high = min(values) / 2, max(values) * 1.1
    right = WIDTH - 70

    def place(value):
        return MARGIN + (right - MARGIN) * math.log(value / low) / math.log(high / low)

    top = picture.height
    y = top + 6
    for heading, rows in panels:
        y += 20
        picture.text(16, y, heading, "quiet")
        y += 6
        for engine, mean, p99 in sorted(rows, key=lambda row: row[1]):
            picture.text(MARGIN - 8, y + 11, engine, "strong" if engine == "titer" else "", "end")
            picture.bar(MARGIN, y, place(mean) - MARGIN, 13, engine)
            picture.line(place(mean), y + 6.5, place(p99), y + 6.5, key(engine))
            picture.line(place(p99), y + 2, place(p99), y + 11, key(engine))
            picture.text(place(p99) + 5, y + 11, short(mean))
            y += 17
    grid(picture, place, low, high, top, y + 4)
    picture.text(16, y + 42, "Mean µs a query (bar, number) and 99th percentile (whisker); logarithmic.", "quiet")
    picture.height = y + 56
    return picture.svg()


def grid(picture, place, low, high, top, bottom):
    """Vertical lines behind what is drawn, with their values below."""
    behind = []
    for tick in ticks(low, high):
        x = place(tick)
        behind.append(f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" class="grid"/>')
        picture.text(x, bottom + 16, short(tick), "quiet", "middle")
    picture.elements[1:1] = behind


def sizes(title, rows):
    """Stacked bars of bytes. `rows`: (engine, bytes by structure)."""
    picture = Picture(title, STRUCTURES)
    largest = max(sum(parts.values()) for _, parts in rows)
    y = picture.height + 8
    for engine, parts in sorted(rows, key=lambda row: sum(row[1].values())):
        picture.text(MARGIN - 8, y + 13, engine, "strong" if engine == "titer" else "", "end")
        x = MARGIN
        for name in STRUCTURES:
            width = (WIDTH - 80 - MARGIN) * parts.get(name, 0) / largest
            if width:
                picture.bar(x, y, width, 17, name)
            x += width
        picture.text(x + 6, y + 13, f"{sum(parts.values()) / 1e6:.0f} MB")
        y += 23
    x = MARGIN
    for name in STRUCTURES:
        if any(name in parts and parts[name] * 500 > largest for _, parts in rows):
            picture.bar(x, y + 10, 10, 10, name)
            picture.text(x + 15, y + 19, name, "quiet")
            x += 30 + 7 * len(name)
    picture.height = y + 36
    return picture.svg()


def curves(title, series, unit):
    """Lines over the number of documents, both axes logarithmic. `series`: engine and points of (documents, value)."""
    picture = Picture(title, COLOURS)
    every = [point for _, points in series for point in points]
    (left, right), (low, high) = ((min(axis), max(axis)) for axis in zip(*every))
    low, high = low / 1.5, high * 1.5
    top, bottom, end = picture.height + 8, 360, WIDTH - 110

    def place(documents, value):
        x = MARGIN + (end - MARGIN) * math.log(documents / left) / math.log(max(right / left, 1.01))
        return x, bottom - (bottom - top) * math.log(value / low) / math.log(high / low)

    for tick in ticks(low, high):
        _, y = place(left, tick)
        picture.line(MARGIN, y, end, y, "grid")
        picture.text(MARGIN - 8, y + 4, short(tick), "quiet", "end")
    for documents in sorted({documents for documents, _ in every}):
        picture.text(place(documents, low)[0], bottom + 18, short(documents), "quiet", "middle")
    taken = []
    for engine, points in sorted(series, key=lambda one: -one[1][-1][1]):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in sorted(points)))
        picture.add(f'<polyline points="{path}" class="{key(engine)} curve"/>')
        for x, y in (place(*point) for point in points):
            picture.add(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" class="{key(engine)}"/>')
        y = place(*sorted(points)[-1])[1]
        y = max([y] + [other + 15 for other in taken])
        taken.append(y)
        picture.text(end + 10, y + 4, f"{engine} {short(sorted(points)[-1][1])}", "strong" if engine == "titer" else "")
    picture.text(16, bottom + 42, f"{unit} by number of documents; both axes logarithmic.", "quiet")
    picture.height = bottom + 56
    return picture.svg()
