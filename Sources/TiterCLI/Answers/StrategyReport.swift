import ArgumentParser
import Titer

/// What a review reports of a search (PRISMA-S, items 1 to 16, as far as the index knows it), in Markdown.
struct StrategyReport {
  let run: StrategyRun
  let strategy: Strategy
  /// The line whose records are the answer.
  let wanted: Int
  let file: String
  let index: Index

  var text: String {
    get throws {
      let statistics = index.statistics
      let sources = try index.facet(.source, of: Query([.everything]))
      var text = "# Search report\n\n"
      text +=
        "- Strategy: \(shown(file)), \(strategy.lines.count) lines, in the syntax of \(strategy.dialect.rawValue)\n"
      text += "- Records searched: \(Figures.grouped(statistics.documents))"
      text +=
        sources.isEmpty
        ? "\n" : " (\(sources.map { "\(shown($0.value)) \(Figures.grouped($0.count))" }.joined(separator: ", ")))\n"
      text += "- Analysis of texts: \(index.chain.name)\n"
      text += "- Records found: \(run.sets[wanted].map { Figures.grouped($0.count) } ?? "error") (line \(wanted))\n"
      text += "- Search program: titer \(TiterCommand.configuration.version)\n\n## Lines\n\n"
      text += "| line | records | reported | query |\n| ---: | ---: | ---: | --- |\n"
      for answer in run.answers { text += row(answer) }
      let notes = run.answers.flatMap(notes)
      return notes.isEmpty ? text : text + "\n## Notes\n\n" + notes.map { "- \($0)\n" }.joined()
    }
  }

  private func row(_ answer: StrategyRun.Answer) -> String {
    let reported = answer.line.reported.map(Figures.grouped) ?? ""
    let query = shown(answer.line.text).replacing("|", with: "\\|")
    return "| \(answer.line.number) | \(answer.countText) | \(reported) | `\(query)` |\n"
  }

  private func notes(_ answer: StrategyRun.Answer) -> [String] {
    var notes: [String] = []
    if case .failure(let fault) = answer.documents {
      notes.append("Line \(answer.line.number) has no answer: \(fault)")
    }
    if case .success(let parsed) = answer.line.parsed {
      notes += parsed.notes.map { "Line \(answer.line.number): \($0.text)" }
    }
    notes += answer.cutPatterns.map { "Line \(answer.line.number): \(noteOnCut($0))" }
    return notes
  }
}
