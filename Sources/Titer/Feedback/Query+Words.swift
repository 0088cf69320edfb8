extension Query {
  /// The words that it looks for as they are written, those of names of headings included; those that must not be there left out.
  public var writtenWords: String { clauses.flatMap(\.writtenWords).joined(separator: " ") }

  /// Words of some weights, as ``Index/query(_:better:relevant:notRelevant:)`` makes them, in Lucene's syntax:
  /// `lupus^2 OR nephritis^0.5`.
  public var weightedWords: String {
    let weighted = clauses.map { clause in
      if case .optional(.boost(.words(let word), let weight)) = clause {
        Query.Clause.boost(.phrase(word), by: weight)
      } else {
        clause
      }
    }
    let query = Query(weighted.count > 1 ? [.any(weighted)] : weighted)
    return (try? query.text(in: .lucene)) ?? query.description
  }
}

extension Query.Clause {
  fileprivate var writtenWords: [String] {
    switch self {
    case .words(let text), .phrase(let text), .exact(let text): [text]
    case .heading(let heading): [heading.name]
    case .not: []
    default: parts.flatMap(\.writtenWords)
    }
  }
}
