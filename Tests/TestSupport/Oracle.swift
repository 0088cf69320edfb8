import Glibc
public import Titer

/// The engine's answers by the plainest means: every document that a term occurs in, every condition a flag a document, and every
/// document scored for every query.
///
/// It shares nothing with the engine but the analyzer, and reads like its documentation. It is quick enough for some ten thousand
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
  }

  /// A term in a document, by text: title, abstract, keywords.
  struct Occurrence {
    var document: Int
    var title: [Int] = []
    var abstract: [Int] = []
    var keywords: [Int] = []

    /// Its places in each of some texts that holds it.
    func places(in fields: FieldSet) -> [[Int]] {
      [(FieldSet.title, title), (.abstract, abstract), (.keywords, keywords)]
        .filter { fields.contains($0.0) }.map(\.1)
    }

    /// Whether one of the texts holds it.
    func stands(in fields: FieldSet) -> Bool {
      (fields.contains(.title) && !title.isEmpty) || (fields.contains(.abstract) && !abstract.isEmpty)
        || (fields.contains(.keywords) && !keywords.isEmpty)
    }
  }

  private let chain: AnalysisChain
  private var numbers: [[UInt8]: Int] = [:]
  private(set) var entries: [Entry] = []
  private(set) var occurrences: [[UInt8]: [Occurrence]] = [:]

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
    entries.append(Entry(id: id, stored: document.stored))
    add([document.title], to: \.title)
    add([document.abstract], to: \.abstract)
    add(document.keywords, to: \.keywords)
    tokens += entries[entries.count - 1].length
  }

  /// Adds the occurrences in one text of the last document; keywords lie 16 places apart.
  private mutating func add(_ texts: [String], to field: WritableKeyPath<Occurrence, [Int]>) {
    let document = entries.count - 1
    var base = 0
    for text in texts {
      let tokens = tokens(of: text)
      for token in tokens.tokens {
        var list = occurrences[Array(tokens.bytes[token.term])] ?? []
        occurrences[Array(tokens.bytes[token.term])] = nil
        if list.last?.document != document { list.append(Occurrence(document: document)) }
        list[list.count - 1][keyPath: field].append(base + token.position)
        occurrences[Array(tokens.bytes[token.term])] = list
        entries[document].length += 1
      }
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
      let holding = (occurrences[term.bytes] ?? []).filter { entries[$0.document].isLive && $0.stands(in: term.fields) }
      let weight = weight(count: terms.count(of: term), holding: holding.count)
      guard weight > 0 else { continue }
      for occurrence in holding {
        let frequency = frequency(occurrence, in: term.fields, scoring)
        guard frequency > 0 else { continue }
        scores[occurrence.document] += weight * (frequency / (frequency + norms[occurrence.document]))
      }
    }
    return scores
  }

  private func weight(count: Int, holding: Int) -> Float {
    let idf = log(1 + (Double(documents) - Double(holding) + 0.5) / (Double(holding) + 0.5))
    return Float(Double(count) * idf)
  }

  private func frequency(_ occurrence: Occurrence, in fields: FieldSet, _ scoring: Scoring) -> Float {
    let title = fields.contains(.title) ? scoring.title * Float(occurrence.title.count) : 0
    let abstract = fields.contains(.abstract) ? scoring.abstract * Float(occurrence.abstract.count) : 0
    let keywords = fields.contains(.keywords) ? scoring.keywords * Float(occurrence.keywords.count) : 0
    return title + abstract + keywords
  }

  func tokens(of text: String) -> TokenBuffer {
    var analyzer = chain.makeAnalyzer()
    var tokens = TokenBuffer()
    analyzer.analyze(text.utf8.span, into: &tokens)
    return tokens
  }
}
