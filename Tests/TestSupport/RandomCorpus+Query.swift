public import Titer

extension RandomCorpus {
  /// A query: mostly of up to four clauses within each other to some depth, some empty or of words that no document holds; now and
  /// then of many words.
  public mutating func query() -> Query {
    if one(in: 12) { return Query([.words(text(of: 30 + below(120)))]) }
    return Query((0..<below(5)).map { _ in clause(depth: 3) })
  }

  /// A clause with others within it, `depth` deep at most.
  private mutating func clause(depth: Int) -> Query.Clause {
    switch below(depth > 0 ? 12 : 7) {
    case 0...3: return .words(text(upTo: 4))
    case 4, 5: return .phrase(phrase())
    case 6: return .near(one(in: 2) ? phrase() : text(upTo: 4), gap: below(12) - 1, ordered: one(in: 2))
    case 7: return .all((0..<below(4)).map { _ in clause(depth: depth - 1) })
    case 8: return .any((0..<below(4)).map { _ in clause(depth: depth - 1) })
    case 9: return .not(clause(depth: depth - 1))
    default: return .field(FieldSet(rawValue: UInt8(below(8))), clause(depth: depth - 1))
    }
  }

  /// The numbers of scoring: mostly the usual ones, else some of those at the ends of what is allowed.
  public mutating func scoring() -> Scoring {
    if one(in: 2) { return Scoring() }
    var scoring = Scoring()
    if one(in: 2) { scoring.k1 = [0.01, 0.5, 1.2, 2, 100][below(5)] }
    if one(in: 2) { scoring.b = [0, 0.1, 0.75, 0.99, 1][below(5)] }
    if one(in: 2) { scoring.title = weight() }
    if one(in: 2) { scoring.abstract = weight() }
    if one(in: 2) { scoring.keywords = weight() }
    return scoring
  }

  private mutating func weight() -> Float { [0, 0.3, 1, 2.5, 40][below(5)] }
}
