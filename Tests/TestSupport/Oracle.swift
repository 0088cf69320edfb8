import Glibc
public import Titer

/// The engine's answers by the plainest means: every live document in memory, and every one scored for every query.
///
/// It shares nothing with the engine but the analyzer, and reads like its documentation.
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

  private struct Analysed {
    var positions: [[UInt8]: [Int]] = [:]
    var length = 0
    var stored: [UInt8] = []
  }

  private struct Term {
    var bytes: [UInt8]
    var count: Int
  }

  private typealias Phrase = [(term: [UInt8], position: Int)]

  private let chain: AnalysisChain
  private var analysed: [[UInt8]: Analysed] = [:]

  /// A model of an empty index.
  public init(chain: AnalysisChain) {
    self.chain = chain
  }

  /// How many documents there are.
  public var documents: Int { analysed.count }

  /// How many terms they hold in all.
  public var tokens: Int { analysed.values.reduce(0) { $0 + $1.length } }

  /// The identifiers of all documents.
  public var ids: [[UInt8]] { Array(analysed.keys) }

  /// Adds a document, in place of any other of its identifier.
  public mutating func add(_ document: Document) {
    var entry = Analysed(stored: document.stored)
    var base = 0
    for text in [document.title, document.abstract] + document.keywords {
      let tokens = tokens(of: text)
      for token in tokens.tokens {
        entry.positions[Array(tokens.bytes[token.term]), default: []].append(base + token.position)
        entry.length += 1
      }
      base += tokens.positionCount + 16
    }
    analysed[Array(document.id.utf8)] = entry
  }

  /// Deletes the document of an identifier, if there is one.
  public mutating func delete(id: String) { analysed[Array(id.utf8)] = nil }

  /// The bytes that a document was stored with.
  public func stored(id: [UInt8]) -> [UInt8]? { analysed[id]?.stored }

  /// All documents that the query matches, the best first, ties by the bytes of the identifier.
  public func search(_ query: Query) -> [Answer] {
    let (terms, phrases) = read(query)
    var answers: [Answer] = []
    let weights = terms.map(weight)
    for (id, document) in analysed where phrases.allSatisfy({ holds(document, $0) }) {
      guard terms.contains(where: { document.positions[$0.bytes] != nil }) else { continue }
      answers.append(Answer(id: id, score: score(document, terms, weights)))
    }
    return answers.sorted {
      $0.score == $1.score ? $0.id.lexicographicallyPrecedes($1.id) : $0.score > $1.score
    }
  }

  /// The query's different terms where they first come, and its phrases that have a term.
  private func read(_ query: Query) -> ([Term], [Phrase]) {
    var terms: [Term] = []
    var phrases: [Phrase] = []
    for clause in query.clauses {
      let (text, isPhrase) =
        switch clause {
        case .words(let text): (text, false)
        case .phrase(let text): (text, true)
        }
      let tokens = tokens(of: text)
      let words = tokens.tokens.map { (term: Array(tokens.bytes[$0.term]), position: $0.position) }
      for (word, _) in words {
        if let index = terms.firstIndex(where: { $0.bytes == word }) {
          terms[index].count += 1
        } else {
          terms.append(Term(bytes: word, count: 1))
        }
      }
      if isPhrase, !words.isEmpty { phrases.append(words) }
    }
    return (terms, phrases)
  }

  /// Whether the words of a phrase stand in the document as far from each other as in the phrase.
  private func holds(_ document: Analysed, _ phrase: Phrase) -> Bool {
    (document.positions[phrase[0].term] ?? []).contains { first in
      phrase.allSatisfy { word in
        document.positions[word.term]?.contains(first + word.position - phrase[0].position) == true
      }
    }
  }

  private func weight(_ term: Term) -> Float {
    let total = Double(documents)
    let holding = Double(analysed.values.count { $0.positions[term.bytes] != nil })
    let idf = log(1 + (total - holding + 0.5) / (holding + 0.5))
    return Float(Double(term.count) * idf)
  }

  private func score(_ document: Analysed, _ terms: [Term], _ weights: [Float]) -> Float {
    let average = Double(tokens) / Double(documents)
    let norm = Float(0.9 * (1 - 0.4 + 0.4 * Double(document.length) / average))
    var score: Float = 0
    for (term, weight) in zip(terms, weights) {
      guard let occurrences = document.positions[term.bytes]?.count else { continue }
      score += weight * (Float(occurrences) / (Float(occurrences) + norm))
    }
    return score
  }

  private func tokens(of text: String) -> TokenBuffer {
    var analyzer = chain.makeAnalyzer()
    var tokens = TokenBuffer()
    analyzer.analyze(text.utf8.span, into: &tokens)
    return tokens
  }
}
