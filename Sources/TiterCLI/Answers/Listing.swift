import Records
import Titer

/// Answers as people read them.
struct Listing {
  let page: Page

  /// How many records match, how the query was read, and whether all of them follow.
  func heading(total: Int, shown: Int, dialect: Dialect) -> String {
    let reading = dialect == .plain ? "" : " (read as \(dialect.rawValue))"
    let count = "\(Figures.count(total, "record")) found\(reading)"
    return total > shown ? "\(count), the best \(Figures.grouped(shown)):\n" : "\(count):\n"
  }

  /// After an empty line, rank and title, then year, journal, identifier and score, then the part of the abstract that answers best.
  func text(of match: Match, _ highlighter: inout Highlighter) -> String {
    let indent = "    "
    let record = match.record
    let title = record.title.isEmpty ? "(no title)" : record.title
    var text = page.paragraph(title, marks: highlighter.matches(in: title), indent: indent, ink: .title)
    text = numbered(text, match.rank)
    let facts = [
      record.year.map(String.init) ?? "", record.journal, record.id, "score \(Figures.hundredths(match.score))",
    ]
    text += page.paragraph(facts.filter { !$0.isEmpty }.joined(separator: " · "), indent: indent, ink: .faint)
    let snippet = match.snippet(&highlighter).withEllipses
    return "\n" + text + page.paragraph(snippet.text, marks: snippet.matches, indent: indent)
  }

  /// Puts the rank into the indentation of the first line.
  private func numbered(_ text: String, _ rank: Int) -> String {
    let number = "\(rank). "
    let padding = String(repeating: " ", count: max(4 - number.count, 0))
    return padding + number + text.dropFirst(4)
  }
}

extension Highlighter.Snippet {
  /// The snippet with `…` where text was left out.
  var withEllipses: (text: String, matches: [Range<Int>]) {
    let before = isCutBefore ? "… " : ""
    let shift = before.utf8.count
    return (
      before + text + (isCutAfter ? " …" : ""),
      matches.map { $0.lowerBound + shift..<$0.upperBound + shift }
    )
  }
}
