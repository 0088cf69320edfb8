import Titer

extension Query {
  /// What is to be said of headings that are to be exploded where no file of headings was named.
  var notesOnHeadings: [String] {
    explodedHeadings.map { "“\(shown($0))” counts without narrower headings; --mesh names a file of these" }
  }
}

/// What is to be said of a pattern that was cut.
func noteOnCut(_ pattern: String) -> String { "“\(shown(pattern))” stands for more words than were looked for" }

extension StrategyRun.Answer {
  /// How many records a line found, or that it has no answer.
  var countText: String { (try? documents.get()).map { Figures.grouped($0.count) } ?? "error" }
}
