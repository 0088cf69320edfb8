import Titer

extension Target {
  /// The syntax of every dialect, answers to queries, and strategies, which are read in the dialect that they look like.
  static let queries =
    Dialect.allCases.map { dialect in
      Target(name: dialect.rawValue) { bytes in
        if let query = read(bytes[...], in: dialect) { comesBackFromItsText(query, of: dialect) }
      }
    } + [
      Target(name: "search") { bytes in
        // The first byte chooses the dialect.
        let dialect = Dialect.allCases[Int(bytes.first ?? 0) % Dialect.allCases.count]
        if let query = read(bytes.dropFirst(), in: dialect) { givesConsistentAnswers(query) }
      },
      Target(name: "strategy", run: answerStrategy),
    ]
}

/// Reads a query; `nil` for what is none, with an error that says where.
private func read(_ bytes: ArraySlice<UInt8>, in dialect: Dialect) -> Query? {
  let text = String(decoding: bytes, as: UTF8.self)
  do throws(QueryError) {
    let parsed = try ParsedQuery(text, dialect: dialect)
    demand(parsed.notes.allSatisfy { 0...text.count ~= $0.column }, "a note has a place: \(parsed.notes)")
    return parsed.query
  } catch {
    demand(0...text.count ~= error.column && error.query == text, "an error has a place: \(error)")
    demand(!error.description.isEmpty, "an error has words")
    return nil
  }
}
