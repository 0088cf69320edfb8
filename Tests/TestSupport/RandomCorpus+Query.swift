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
    switch below(depth > 0 ? 20 : 9) {
    case 0...3: .words(text(upTo: 4))
    case 4, 5: .phrase(phrase())
    case 6: .pattern(pattern())
    case 7: one(in: 3) ? .fuzzy(plainWord(), distance: 1 + below(2)) : .filter(Filter(years: 1999...2000 + below(3)))
    case 8: one(in: 2) ? .value(.author, author()) : .near(words(), proximity())
    case 9, 10: .all((0..<below(4)).map { _ in clause(depth: depth - 1) })
    case 11, 12: .any((0..<below(4)).map { _ in clause(depth: depth - 1) })
    case 13: .not(clause(depth: depth - 1))
    case 14: .optional(clause(depth: depth - 1))
    case 15: .boost(clause(depth: depth - 1), by: [0.5, 2, 3.25][below(3)])
    case 16: .frequency(place(depth: depth - 1), atLeast: 1 + below(3))
    case 17:
      one(in: 8) ? .everything : one(in: 8) ? .line(3) : .near(words(), Query.Proximity(gap: below(5), order: .moved))
    case 18: .near((0...below(3)).map { _ in place(depth: depth - 1) }, proximity())
    default: .field(FieldSet(rawValue: UInt8(below(8))), clause(depth: depth - 1))
    }
  }

  /// A clause that has places in a text, but for a few.
  private mutating func place(depth: Int) -> Query.Clause {
    switch below(depth > 0 ? 10 : 5) {
    case 0, 1: .phrase(one(in: 3) ? phrase() : text(of: 1))
    case 2: .pattern(pattern())
    case 3: .phrase(text(of: 1))
    case 4: .words(text(upTo: 2))
    case 5: .any((0..<below(4)).map { _ in place(depth: depth - 1) })
    case 6, 7: .near((0...below(3)).map { _ in place(depth: depth - 1) }, proximity())
    case 8: .field(FieldSet(rawValue: UInt8(1 + below(7))), place(depth: depth - 1))
    default: one(in: 4) ? clause(depth: depth - 1) : .boost(place(depth: depth - 1), by: 2)
    }
  }

  private mutating func words() -> [Query.Clause] {
    let words = (one(in: 2) ? phrase() : text(upTo: 4)).split(separator: " ")
    return words.map { .phrase(String($0)) }
  }

  private mutating func proximity() -> Query.Proximity {
    Query.Proximity(gap: one(in: 6) ? 10 + below(30) : below(5), order: one(in: 2) ? .any : .asWritten)
  }

  private mutating func plainWord() -> String {
    ["cells", "lupus", "therapy", "trial", "diabets", "insulni"][below(6)]
  }

  private mutating func pattern() -> String {
    let words = ["c*", "lup#s", "therap*", "*s", "tri?l", "diab*s", "insul##", "ca?", "d#?*", "therapies*"]
    let word = words[below(words.count)]
    return one(in: 4) ? word + " " + plainWord() : one(in: 4) ? plainWord() + " " + word : word
  }

  /// One of a few authors.
  mutating func author() -> String { ["smith j", "smith ja", "de vries k"][below(3)] }

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
