import Titer

extension Oracle {
  /// The terms of a query in the order that they first come, and how many words that rank give each.
  struct Terms {
    /// A term in some of the texts: another term than in others.
    struct Term: Hashable {
      var bytes: [UInt8]
      var fields: FieldSet
    }

    private(set) var inOrder: [Term] = []
    private var counts: [Term: Int] = [:]
    private var names: [Term: Int] = [:]

    /// How many words give the term; 0 where only excluded ones do.
    func count(of term: Term) -> Int { counts[term] ?? 0 }

    /// The other forms of the name that a term is a form of, itself included; the term alone where it is of none.
    func forms(of term: Term) -> [Term] {
      names[term].map { name in inOrder.filter { names[$0] == name } } ?? [term]
    }

    fileprivate mutating func note(_ term: Term, ranks: Bool, name: Int? = nil) {
      if names[term] == nil { names[term] = name }
      if counts[term] == nil { inOrder.append(term) }
      counts[term, default: 0] += ranks ? 1 : 0
    }
  }

  /// Words of a query as the analyzer sees them.
  private typealias Words = [(term: Terms.Term, position: Int)]

  /// Where a clause stands in the query: which texts count, and whether its words rank.
  private struct Place {
    var fields = FieldSet.all
    var ranks = true
  }

  /// By document, and at last for one without any word, whether it answers the query; `nil` when nothing is asked.
  ///
  /// A clause that a document without any word answers only excludes. Words alone are optional, but of a query without a clause that
  /// requires anything a document must hold one.
  func matches(_ query: Query, _ terms: inout Terms) -> [Bool]? {
    var conditions: [[Bool]] = []
    var words: [[Bool]] = []
    for clause in query.clauses {
      if case .words(let text) = clause {
        words += read(text, Place(), &terms).map { documents(holding: $0.term) }
      } else if let condition = matches(clause, Place(), &terms) {
        conditions.append(condition)
      }
    }
    let requires = conditions.contains { !$0[entries.count] }
    if !requires, !words.isEmpty { conditions.append(any(words)) }
    return conditions.isEmpty ? nil : all(conditions)
  }

  /// By document whether it answers a clause; `nil` when none of its words is indexed, so that it asks for nothing.
  private func matches(_ clause: Query.Clause, _ place: Place, _ terms: inout Terms) -> [Bool]? {
    switch clause {
    case .words(let text):
      let words = read(text, place, &terms)
      return words.isEmpty ? nil : any(words.map { documents(holding: $0.term) })
    case .phrase(let text), .exact(let text):
      return documents(read(text, place, &terms)) { Self.isPhrase($0, $1) }
    case .near(let text, let gap, let isOrdered):
      return documents(read(text, place, &terms)) { words, places in
        let span = words.count - 1 + max(gap, 0)
        return isOrdered ? Self.areOrdered(places, within: span) : Self.areNear(words, places, within: span)
      }
    case .all(let clauses):
      let parts = clauses.flatMap { clause -> [[Bool]] in
        guard case .words(let text) = clause else { return matches(clause, place, &terms).map { [$0] } ?? [] }
        return read(text, place, &terms).map { documents(holding: $0.term) }
      }
      return parts.isEmpty ? nil : all(parts)
    case .any(let clauses):
      let parts = clauses.compactMap { matches($0, place, &terms) }
      return parts.isEmpty ? nil : any(parts)
    case .not(let clause):
      return matches(clause, Place(fields: place.fields, ranks: false), &terms)?.map { !$0 }
    case .field(let fields, let clause):
      return matches(clause, Place(fields: place.fields.intersection(fields), ranks: place.ranks), &terms)
    }
  }

  private func read(_ text: String, _ place: Place, _ terms: inout Terms) -> Words {
    let tokens = tokens(of: text)
    var ranked = tokens.tokens.filter { $0.layer != .exact }.map { Ranked($0, tokens.bytes[$0.term]) }
    for (name, token) in tokens.tokens.enumerated() {
      let forms = capitals(token, in: tokens)
      for index in ranked.indices where token.length == 1 && !forms.isEmpty && ranked[index].isWord(at: token.position)
      {
        ranked[index].name = name
      }
      ranked += forms.map { Ranked(token, $0[...], name: name) }
    }
    return ranked.map { word in
      let term = Terms.Term(bytes: word.bytes, fields: place.fields)
      terms.note(term, ranks: place.ranks, name: word.name)
      return (term, word.position)
    }
  }

  /// A term of the query that ranks.
  private struct Ranked {
    var bytes: [UInt8]
    var position: Int
    var rule: Token.Rule
    var name: Int?

    init(_ token: Token, _ bytes: ArraySlice<UInt8>, name: Int? = nil) {
      self.bytes = Array(bytes)
      position = token.position
      rule = token.rule
      self.name = name
    }

    func isWord(at position: Int) -> Bool { rule == .word && self.position == position }
  }

  private func documents(holding term: Terms.Term) -> [Bool] {
    var holds = [Bool](repeating: false, count: entries.count + 1)
    for counts in holding(term) { holds[counts.document] = true }
    return holds
  }

  /// By document whether `stand` is true of the words' places in one of its texts; `nil` when there are no words.
  private func documents(_ words: Words, where stand: (Words, [[Int]]) -> Bool) -> [Bool]? {
    guard let fields = words.first?.term.fields else { return nil }
    var places: [Int: [[[Int]]]] = [:]
    for (number, word) in words.enumerated() {
      let term = occurrences[word.term.bytes] ?? Occurrences()
      for (counts, list) in zip(term.counts, term.places)
      where number == 0 || places[counts.document]?.count == number {
        places[counts.document, default: []].append(list.places(in: fields))
      }
    }
    var holds = [Bool](repeating: false, count: entries.count + 1)
    for (document, byWord) in places where byWord.count == words.count {
      holds[document] = byWord[0].indices.contains { text in stand(words, byWord.map { $0[text] }) }
    }
    return holds
  }

  /// Whether words stand as far from each other as in the query.
  private static func isPhrase(_ words: Words, _ places: [[Int]]) -> Bool {
    places[0].contains { first in
      zip(words, places).allSatisfy { $1.contains(first + $0.position - words[0].position) }
    }
  }

  /// Whether a place of each word can be chosen so that they ascend and the last is at most `span` behind the first.
  private static func areOrdered(_ places: [[Int]], within span: Int) -> Bool {
    func follow(_ number: Int, after last: Int, upTo end: Int) -> Bool {
      number == places.count
        || places[number].contains { $0 > last && $0 <= end && follow(number + 1, after: $0, upTo: end) }
    }
    return places[0].contains { follow(1, after: $0, upTo: $0 + span) }
  }

  /// Whether a stretch of `span` and one places holds each word as often as the query does.
  private static func areNear(_ words: Words, _ places: [[Int]], within span: Int) -> Bool {
    Set(places.joined()).contains { start in
      zip(words, places).allSatisfy { word, places in
        places.count { start...start + span ~= $0 } >= words.count { $0.term == word.term }
      }
    }
  }

  private func all(_ conditions: [[Bool]]) -> [Bool] {
    conditions.dropFirst().reduce(into: conditions[0]) { result, next in
      for index in result.indices where !next[index] { result[index] = false }
    }
  }

  private func any(_ conditions: [[Bool]]) -> [Bool] {
    conditions.dropFirst().reduce(into: conditions[0]) { result, next in
      for index in result.indices where next[index] { result[index] = true }
    }
  }
}
