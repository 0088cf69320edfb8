/// A page on how runs compare: one HTML file that needs no network and no script, in light, in dark and on paper.
///
///     var report = Report("BM25 and feedback on TREC-COVID")
///     report.sections.append(Report.Section("Means", [.table(ReportTable(means: comparisons))]))
///     report.html
public struct Report: Sendable {
  /// A part of a section.
  public enum Part: Sendable {
    /// A paragraph.
    case text(String)
    /// A table.
    case table(ReportTable)
    /// A difference for each topic.
    case winLoss(WinLossChart)
    /// Curves over one axis.
    case curves(CurveChart)
    /// A figure for each pair of settings.
    case heatMap(HeatMap)
  }

  /// What stands under one heading.
  public struct Section: Sendable {
    /// The heading.
    public var title: String
    /// The parts in order.
    public var parts: [Part]

    /// A section of a report.
    public init(_ title: String, _ parts: [Part]) { (self.title, self.parts) = (title, parts) }
  }

  /// The title.
  public var title: String
  /// Paragraphs before the first section.
  public var summary: [String]
  /// The sections in order.
  public var sections: [Section]

  /// A report without sections, or with some.
  public init(_ title: String, summary: [String] = [], sections: [Section] = []) {
    (self.title, self.summary, self.sections) = (title, summary, sections)
  }

  /// The page; equal reports are equal pages, byte for byte.
  public var html: String {
    var markup = Markup()
    markup.verbatim("<!DOCTYPE html>\n")
    markup.element("html", ["lang": "en"]) { page in
      page.element("head") { head in
        head.empty("meta", ["charset": "utf-8"])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        head.element("title", title)
        head.element("style") { $0.verbatim(styleSheet) }
      }
      page.element("body") { body in body.element("main", content: write) }
    }
    markup.verbatim("\n")
    return markup.text
  }

  private func write(into main: inout Markup) {
    main.element("h1", title)
    for paragraph in summary { main.element("p", ["class": "summary"], paragraph) }
    for section in sections {
      main.verbatim("\n")
      main.element("section") { content in
        content.element("h2", section.title)
        for part in section.parts { part.write(into: &content) }
      }
    }
  }
}

extension Report.Part {
  fileprivate func write(into markup: inout Markup) {
    markup.verbatim("\n")
    switch self {
    case .text(let text): markup.element("p", text)
    case .table(let table): table.write(into: &markup)
    case .winLoss(let chart): chart.write(into: &markup)
    case .curves(let chart): chart.write(into: &markup)
    case .heatMap(let map): map.write(into: &markup)
    }
  }
}
