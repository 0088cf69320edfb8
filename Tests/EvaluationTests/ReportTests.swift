import Evaluation
import Testing

@Suite struct ReportTests {
  private let hostile = "<script>\"&'\u{1}"

  private func comparison(_ measure: String = "map") -> Comparison {
    let old = [0.50, 0.40, 0.30, 0.20, 0.10, 0.35, 0.45, 0.15]
    let new = old.enumerated().map { $1 + 0.1 + Double($0 % 3) / 100 }
    return Comparison(measure, of: [.init(hostile, new), .init("same", old)], with: .init("old", old))
  }

  /// A report with all that one can hold, names that look like markup among them.
  private func report() -> Report {
    let bars = (1...40).map { WinLossChart.Bar(topic: "\(hostile)\($0)", difference: Double($0 / 2 * 2 - 16) / 100) }
    let curve = CurveChart.Curve(hostile, [.init(0, 0), .init(0.5, 0.9), .init(1, 1)])
    return Report(
      hostile, summary: [hostile],
      sections: [
        .init(hostile, [.text(hostile), .table(ReportTable(means: [comparison(), comparison(hostile)]))]),
        .init("differences", [.table(ReportTable(differences: comparison()))]),
        .init("topics", [.winLoss(WinLossChart(run: hostile, baseline: hostile, measure: hostile, bars: bars))]),
        .init("few", [.winLoss(WinLossChart(run: "a", baseline: "b", measure: "c", bars: Array(bars.prefix(3))))]),
        .init("curves", [.curves(.recallEffort([curve])), .curves(.recallPrecision([("x", [1, 0.5, 0])]))]),
        .init(
          "map",
          [
            .heatMap(
              HeatMap(
                hostile, horizontal: (hostile, ["1", "2"]), vertical: ("b", [hostile]), figures: [[0.5, 0.75]],
                choices: [[0, 5]]))
          ]),
      ])
  }

  @Test func elementsCloseInOrder() {
    var open: [Substring] = []
    for piece in report().html.split(separator: "<").dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == name)
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  /// No name is taken for markup, and no control character is left.
  @Test func namesAreEscaped() {
    let html = report().html
    #expect(!html.contains("<script") && !html.contains("\u{1}"))
    #expect(html.contains("&lt;script&gt;&quot;&amp;&#39;\u{FFFD}"))
  }

  /// It must show the same with and without a network, and with scripts off.
  @Test func pagesStandAlone() {
    let html = report().html
    for word in ["http:", "https:", "//", "src=", "href=", "url(", "@import", "script", "onload"] {
      let allowed = word == "script" ? html.replacing("&lt;script&gt;", with: "") : html
      #expect(!allowed.contains(word), "\(word)")
    }
    #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
  }

  @Test func picturesHaveNamesOfTheirOwn() {
    let html = report().html
    let names = html.split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(names.count == 2 * 5 && Set(names).count == names.count)
    #expect(html.split(separator: "role=\"img\" aria-labelledby").count == 6)
  }

  @Test func equalReportsAreEqualPages() { #expect(report().html == report().html) }

  @Test func meansCarryTheirMarks() {
    let table = ReportTable(means: [comparison()])
    #expect(table.columns == ["Run", "map"])
    #expect(table.rows.map { $0[0].text } == ["old (baseline)", hostile, "same"])
    #expect(table.rows.map { $0[1].text } == ["0.3063", "0.4150", "0.3063"])
    #expect(table.rows.map { $0[1].mark } == [nil, .better, nil])
    #expect(table.rows.map { $0[1].isBest } == [false, true, false])
  }

  @Test func barsAreCountedAndNamed() {
    let html = report().html
    // −0.16 … 0.24 in steps of 0.02, two topics each but for the first and the last.
    #expect(html.contains("better: 23") && html.contains("better: 15") && html.contains("same: 2"))
    // A rectangle for each bar, and one for each legend.
    #expect(html.split(separator: "class=\"gain\"").count - 1 == 23 + 2)
    #expect(html.contains("40: +0.2400") && html.contains("1: −0.1600"))
  }

  @Test func chartsOfNothingAreWhole() {
    let report = Report(
      "",
      sections: [
        .init(
          "",
          [
            .winLoss(WinLossChart(run: "a", baseline: "b", measure: "m", bars: [])), .curves(.recallPrecision([])),
            .heatMap(HeatMap("", horizontal: ("a", []), vertical: ("b", []), figures: [])),
            .table(ReportTable(means: [])), .table(ReportTable("", columns: [], rows: [])),
          ])
      ])
    #expect(!report.html.contains("nan") && !report.html.contains("inf\""))
  }
}
