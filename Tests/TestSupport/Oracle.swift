import Glibc
public import Titer

/// The engine's answers by the plainest means: every document that a term occurs in, every condition a flag a document, and every
/// document scored for every query.
///
/// It shares nothing with the engine but the analyzer, and reads like its documentation. Of a chain that knows names it models what ranks:
/// queries of words. It is quick enough for some ten thousand
/// short documents.
public struct Oracle {
  /// An answer: a document's identifier and its score.
  public struct Answer: Equatable, Sendable {
    /// The identifier's bytes: two strings that are only canonically equal differ.
    public var id: [UInt8]
    /// The BM25 score.
    public var score: Float

    /// An answer.
    public init(id: [UInt8], score: Float) {
      self.id = id
      self.score = score
    }
  }

  /// A document that was added.
  struct Entry {
    var id: [UInt8]
    var stored: [UInt8]
    var length = 0
    var isLive = true
    var year: Int?
    var language: String
    var values: [Document.Value]
  }

  /// How often a document holds a term in each text.
  struct Counts {
    var document: Int
    var title = 0
    var abstract = 0
    var keywords = 0

    /// Whether one of some texts holds it.
    func stands(in fields: FieldSet) -> Bool {
      (fields.contains(.title) && title > 0) || (fields.contains(.abstract) && abstract > 0)
        || (fields.contains(.keywords) && keywords > 0)
    }
  }

  /// Where a document holds a term, by text.
  struct Places {
    var title: [Int] = []
    var abstract: [Int] = []
    var keywords: [Int] = []

    /// The places in each of some texts.
    func places(in fields: FieldSet) -> [[Int]] {
      [(FieldSet.title, title), (.abstract, abstract), (.keywords, keywords)]
        .filter { fields.contains($0.0) }.map(\.1)
    }
  }

  /// The documents that hold a term, deleted ones included, ascending.
  struct Occurrences {
    var counts: [Counts] = []
    var places: [Places] = []

    fileprivate mutating func add(
      _ document: Int, _ place: Int, _ count: WritableKeyPath<Counts, Int>, _ list: WritableKeyPath<Places, [Int]>
    ) {
      if counts.last?.document != document {
        counts.append(Counts(document: document))
        places.append(Places())
      }
      counts[counts.count - 1][keyPath: count] += 1
      places[places.count - 1][keyPath: list].append(place)
    }
  }

  private let chain: AnalysisChain
  private var numbers: [[UInt8]: Int] = [:]
  private(set) var entries: [Entry] = []
  private(set) var occurrences: [[UInt8]: Occurrences] = [:]

  /// How many terms the documents hold in all.
  public private(set) var tokens = 0

  /// A model of an empty index.
  public init(chain: AnalysisChain) {
    self.chain = chain
  }

  /// How many documents there are.
  public var documents: Int { numbers.count }

  /// The identifiers of all documents.
  public var ids: [[UInt8]] { Array(numbers.keys) }

  /// Adds a document, in place of any other of its identifier.
  public mutating func add(_ document: Document) {
    delete(id: document.id)
    let id = Array(document.id.utf8)
    numbers[id] = entries.count
    entries.append(
      Entry(
        id: id, stored: document.stored, year: document.year, language: document.language, values: document.values))
    add([document.title], \.title, \.title)
    add([document.abstract], \.abstract, \.abstract)
    add(document.keywords, \.keywords, \.keywords)
    tokens += entries[entries.count - 1].length
  }

  /// Adds the occurrences in one text of the last document; keywords lie 16 places apart.
  private mutating func add(
    _ texts: [String], _ count: WritableKeyPath<Counts, Int>, _ list: WritableKeyPath<Places, [Int]>
  ) {
    let document = entries.count - 1
    var base = 0
    for text in texts {
      let tokens = tokens(of: text)
      for token in tokens.tokens where token.layer != .exact || token.isOfCapitals(in: tokens) {
        let term = Array(tokens.bytes[token.term])
        occurrences[term, default: Occurrences()].add(document, base + token.position, count, list)
      }
      entries[document].length += tokens.tokens.count { $0.layer != .exact && $0.rule == .word }
      base += tokens.positionCount + 16
    }
  }

  /// Deletes the document of an identifier, if there is one.
  public mutating func delete(id: String) {
    guard let number = numbers.removeValue(forKey: Array(id.utf8)) else { return }
    entries[number].isLive = false
    tokens -= entries[number].length
  }

  /// The bytes that a document was stored with.
  public func stored(id: [UInt8]) -> [UInt8]? { numbers[id].map { entries[$0].stored } }

  /// All documents that the query matches, the best first, ties by the bytes of the identifier.
  public func search(_ query: Query, scoring: Scoring = Scoring()) -> [Answer] {
    var terms = Terms()
    guard let matches = matches(query, &terms) else { return [] }
    let scores = scores(terms, scoring)
    let answers = entries.indices.filter { matches[$0] && entries[$0].isLive }
    return answers.sorted {
      scores[$0] == scores[$1]
        ? entries[$0].id.lexicographicallyPrecedes(entries[$1].id) : scores[$0] > scores[$1]
    }.map { Answer(id: entries[$0].id, score: scores[$0]) }
  }

  /// By document, the sum of the terms' parts in the order of the query.
  private func scores(_ terms: Terms, _ scoring: Scoring) -> [Float] {
    let average = Double(tokens) / Double(documents)
    let norms = entries.map {
      Float(scoring.k1 * (1 - scoring.b + scoring.b * Double($0.length) / average))
    }
    var scores = [Float](repeating: 0, count: entries.count)
    for term in terms.inOrder {
      let holding = holding(term).filter { entries[$0.document].isLive }
      let all = terms.forms(of: term).reduce(0) { sum, form in
        sum + self.holding(form).count { entries[$0.document].isLive }
      }
      let weight = weight(count: terms.count(of: term), holding: min(all, documents))
      guard weight > 0 else { continue }
      for counts in holding {
        let frequency = frequency(counts, in: term.fields, scoring)
        guard frequency > 0 else { continue }
        scores[counts.document] += weight * (frequency / (frequency + norms[counts.document]))
      }
    }
    return scores
  }

  /// The documents that hold a term, deleted ones included.
  func holding(_ term: Terms.Term) -> [Counts] {
    (occurrences[term.bytes]?.counts ?? []).filter { $0.stands(in: term.fields) }
  }

  private func weight(count: Double, holding: Int) -> Float {
    let idf = log(1 + (Double(documents) - Double(holding) + 0.5) / (Double(holding) + 0.5))
    return Float(count * idf)
  }

  private func frequency(_ counts: Counts, in fields: FieldSet, _ scoring: Scoring) -> Float {
    let title = fields.contains(.title) ? scoring.title * Float(counts.title) : 0
    let abstract = fields.contains(.abstract) ? scoring.abstract * Float(counts.abstract) : 0
    let keywords = fields.contains(.keywords) ? scoring.keywords * Float(counts.keywords) : 0
    return title + abstract + keywords
  }

  /// A text of the query: its terms that rank.
  func read(_ text: String, _ place: Place, _ terms: inout Terms) -> Words {
    let tokens = tokens(of: text)
    var ranked = tokens.tokens.filter { $0.layer != .exact }.map { Ranked($0, tokens.bytes[$0.term]) }
    for token in tokens.tokens {
      let forms = capitals(token, in: tokens)
      guard !forms.isEmpty else { continue }
      let name = terms.newName()
      for index in ranked.indices where token.length == 1 && ranked[index].isWord(at: token.position) {
        ranked[index].name = name
      }
      ranked += forms.map { Ranked(token, $0[...], name: name) }
    }
    return ranked.map { word in
      let term = Terms.Term(bytes: word.bytes, fields: place.fields)
      terms.note(term, counting: place.count, name: word.name)
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

  /// The keys of capitals that documents have of a name, but for the name as the one word that it is in the query.
  func capitals(_ token: Token, in tokens: TokenBuffer) -> [[UInt8]] {
    guard token.isOfCapitals(in: tokens), let key = NameKey(term: tokens.bytes[token.term]) else { return [] }
    let keys = occurrences.keys.compactMap { NameKey(term: $0) }
    let others = keys.filter { $0.kind == .capitals && $0.text == key.text && ($0.length > 1 || key.length > 1) }
    return others.sorted { $0.length < $1.length }.map(\.term)
  }

  func tokens(of text: String) -> TokenBuffer {
    var analyzer = chain.makeAnalyzer()
    var tokens = TokenBuffer()
    analyzer.analyze(text.utf8.span, into: &tokens)
    return tokens
  }
}

extension Token {
  /// Whether it is a key of a name of capitals, which ranks in queries.
  func isOfCapitals(in tokens: TokenBuffer) -> Bool { NameKey(term: tokens.bytes[term])?.kind == .capitals }
}
