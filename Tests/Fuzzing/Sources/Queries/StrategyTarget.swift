import Titer

private let thesaurus = Thesaurus([
  .init(name: "Lupus Nephritis", synonyms: ["Nephritis, Lupus"], places: ["C12.050.351"]),
  .init(name: "Nephritis", synonyms: [], places: ["C12.050"]),
])

/// Reads a strategy, writes its lines, and answers them.
func answerStrategy(_ bytes: [UInt8]) {
  let strategy = Strategy(String(decoding: bytes, as: UTF8.self))
  // A line may cost as much as a query of its own.
  guard strategy.lines.count <= 100 else { return }
  var run = StrategyRun(thesaurus: thesaurus)
  for line in strategy.lines {
    if case .success(let parsed) = line.parsed { comesBackFromItsText(parsed.query, of: strategy.dialect) }
    let answer = demandNoError("a sound index answers \(line.text)") { () throws(IndexError) in
      try run.answer(line, in: SampleIndex.index)
    }
    if case .failure(let fault) = answer.documents { demand(!fault.description.isEmpty, "a fault has words") }
  }
  demand(run.answers.count == strategy.lines.count, "each line is answered")
  rankLast(strategy, run)
}

/// The last line's documents are those that its ranked query finds.
private func rankLast(_ strategy: Strategy, _ run: StrategyRun) {
  // A line that names an earlier one of its own number would rank by itself.
  guard Set(strategy.lines.map(\.number)).count == strategy.lines.count else { return }
  guard let number = strategy.lines.last?.number, let query = run.ranked(number) else { return }
  demandNoError("a sound index ranks \(query)") { () throws(IndexError) in
    let hits = try SampleIndex.index.search(query, limit: .max, lines: run.sets)
    let found = run.sets[number]?.count
    demand(hits.count == found, "\(hits.count) of line \(number) are ranked, \(found ?? 0) found: \(query)")
  }
}
