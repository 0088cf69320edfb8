import Titer

extension Target {
  /// Every dialect, and strategies, which are read in the dialect that they look like.
  static let queries =
    Dialect.allCases.map { dialect in Target(name: dialect.rawValue) { readQuery($0, in: dialect) } } + [
      Target(name: "strategy", run: answerStrategy)
    ]
}

/// Reads a query, writes it in every dialect, and asks it.
private func readQuery(_ bytes: [UInt8], in dialect: Dialect) {
  let text = String(decoding: bytes, as: UTF8.self)
  do throws(QueryError) {
    let parsed = try ParsedQuery(text, dialect: dialect)
    demand(parsed.notes.allSatisfy { 0...text.count ~= $0.column }, "a note has a place: \(parsed.notes)")
    comesBackFromItsText(parsed.query, of: dialect)
    givesConsistentAnswers(parsed.query)
  } catch {
    demand(0...text.count ~= error.column && error.query == text, "an error has a place: \(error)")
    demand(!error.description.isEmpty, "an error has words")
  }
}
