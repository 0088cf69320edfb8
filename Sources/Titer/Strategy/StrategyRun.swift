/// A strategy answered by an index, line by line.
public struct StrategyRun: Sendable {
  /// Why a line has no answer.
  public enum Fault: Error, Sendable, Equatable, CustomStringConvertible {
    /// It can't be read.
    case unreadable(QueryError)
    /// It names a line that isn't before it.
    case unknownLine(Int)
    /// It names a line that has no answer.
    case faultyLine(Int)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .unreadable(let error): error.description
      case .unknownLine(let number): "expected the number of a line before this one, found \(number)"
      case .faultyLine(let number): "line \(number), which this line names, has no answer; mend it first"
      }
    }
  }

  /// A line's answer.
  public struct Answer: Sendable {
    /// The line.
    public var line: Strategy.Line
    /// The documents, or why there are none.
    public var documents: Result<DocumentSet, Fault>
    /// Its query with headings exploded.
    public var query: Query?
    /// Patterns that stand for more words than were looked for.
    public var cutPatterns: [String]
  }

  /// The answers in the order of the lines.
  public private(set) var answers: [Answer] = []
  /// The documents of each line, by its number.
  public private(set) var sets: [Int: DocumentSet] = [:]

  private let thesaurus: Thesaurus?
  private let variants: Query.Variants?

  /// A run of no lines yet.
  ///
  /// - Parameters:
  ///   - thesaurus: explodes headings; without one only the heading itself counts.
  ///   - variants: the other forms of words and names to look for; `nil` for those of the lines' dialects.
  public init(thesaurus: Thesaurus? = nil, variants: Query.Variants? = nil) {
    self.thesaurus = thesaurus
    self.variants = variants
  }

  /// Answers one more line.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  @discardableResult
  public mutating func answer(_ line: Strategy.Line, in index: Index) throws(IndexError) -> Answer {
    var answer = Answer(line: line, documents: .failure(.unknownLine(line.number)), query: nil, cutPatterns: [])
    switch line.parsed {
    case .failure(let error): answer.documents = .failure(.unreadable(error))
    case .success(let parsed):
      var query = thesaurus.map { parsed.query.exploded(by: $0) } ?? parsed.query
      if let variants { query.variants = variants }
      answer.query = query
      if let fault = fault(of: query) {
        answer.documents = .failure(fault)
      } else {
        let searcher = try index.searcher(query, Scoring(), sets, ranks: false)
        answer.cutPatterns = searcher.cutPatterns
        answer.documents = .success(try searcher.documents())
      }
    }
    // Of lines of one number the last counts, even where it has no answer.
    sets[line.number] = try? answer.documents.get()
    answers.append(answer)
    return answer
  }

  private func fault(of query: Query) -> Fault? {
    for number in query.linesNamed.sorted() where sets[number] == nil {
      return answers.contains { $0.line.number == number } ? .faultyLine(number) : .unknownLine(number)
    }
    return nil
  }

  /// A query that finds the documents of a line and ranks them by the words of all lines that it is made of; `nil` for a line without
  /// an answer.
  ///
  /// It is to be asked with ``sets``.
  public func ranked(_ number: Int) -> Query? {
    guard sets[number] != nil else { return nil }
    var (clauses, variants): ([Query.Clause], Query.Variants) = ([.line(number)], [])
    var (reached, open): (Set<Int>, [Int]) = ([number], [number])
    while let next = open.popLast() {
      guard let query = answers.last(where: { $0.line.number == next })?.query else { continue }
      variants.formUnion(query.variants)
      clauses += query.clauses.map { $0.isOptional ? $0 : .optional($0) }
      for named in query.clauses.flatMap(\.linesAdded) where reached.insert(named).inserted { open.append(named) }
    }
    return Query(clauses, variants: variants)
  }
}

extension Query {
  /// The lines that it names.
  var linesNamed: Set<Int> { Set(clauses.flatMap { $0.lines(excluded: true) }) }
}

extension Query.Clause {
  /// The lines that it names other than to exclude them.
  fileprivate var linesAdded: [Int] { lines(excluded: false) }

  fileprivate func lines(excluded: Bool) -> [Int] {
    switch self {
    case .line(let number): [number]
    case .not where !excluded: []
    default: parts.flatMap { $0.lines(excluded: excluded) }
    }
  }
}
