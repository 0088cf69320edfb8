import TestSupport
import Testing
import Titer

/// PubMed's syntax for random queries and for texts that aren't queries.
@Suite struct PubMedSyntaxRandomTests {
  @Test(arguments: [UInt64(1), 20, 300]) func randomQueryIsReadAsItWasPrinted(_ seed: UInt64) throws {
    var random = DialectRandom(seed: seed)
    for number in 0..<1000 {
      let query = Query([random.clause(depth: 3)])
      let printed = try query.pubmedText()
      try #require(
        try ParsedQuery(pubmed: printed).query == query, "seed \(seed), query \(number): \(query) printed as \(printed)"
      )
    }
  }

  @Test(arguments: [UInt64(4), 50]) func whatIsPrintedOfAnythingIsReadAsTheSame(_ seed: UInt64) throws {
    var random = DialectRandom(seed: seed)
    var written = 0
    for number in 0..<2000 {
      let query = Query([random.anyClause(depth: 2)])
      guard let printed = try? query.pubmedText() else { continue }
      written += 1
      try #require(
        try ParsedQuery(pubmed: printed).query == query, "seed \(seed), query \(number): \(query) printed as \(printed)"
      )
    }
    #expect(written > 100)
  }

  @Test(arguments: [UInt64(6), 70, 800, 9000]) func anyTextIsReadOrRefused(_ seed: UInt64) throws {
    var random = DialectRandom(seed: seed)
    var read = 0
    for number in 0..<5000 {
      let text = random.isTrue(1, of: 3) ? random.soup() : random.mutated(random.element(of: PubMedRows.all).text)
      do {
        let parsed = try ParsedQuery(pubmed: text)
        let printed = try parsed.query.pubmedText()
        let again = try ParsedQuery(pubmed: printed).query
        try #require(again == parsed.query, "seed \(seed), text \(number): \(text.debugDescription)")
        read += 1
      } catch let error as QueryError {
        #expect(error.query == text && (0...text.count).contains(error.column))
        #expect(!error.description.isEmpty)
      }
    }
    #expect(read > 1000)
  }

  @Test(arguments: [
    ("(", 100_000), ("NOT ", 100_000), ("a NOT ", 100_000), ("a NOT (", 50_000), ("a OR b AND ", 10_000),
    ("[", 100_000), ("\"", 100_001), (")", 100_000), ("*", 100_000), (":", 100_000), ("\u{301}", 100_000),
    ("\0", 100_000), ("#9", 100_000), ("a[t", 100_000), ("\"\"[ti]", 20_000),
  ]) func longNonsenseIsRefused(_ piece: String, _ count: Int) {
    #expect(throws: QueryError.self) { try ParsedQuery(pubmed: String(repeating: piece, count: count)) }
  }

  @Test(arguments: [" OR ", " AND ", " NOT ", " ", " or ", "\n"])
  func longRunOfOneOperatorIsOneClause(_ joint: String) throws {
    let text = Array(repeating: "lupus", count: 20_000).joined(separator: joint)
    let query = try ParsedQuery(pubmed: text).query
    switch query.clauses[0] {
    case .all(let clauses), .any(let clauses): #expect(clauses.count == 20_000)
    default: Issue.record("neither all nor any")
    }
    #expect(try ParsedQuery(pubmed: try query.pubmedText()).query == query)
  }

  @Test func longTermIsRead() throws {
    let words = Array(repeating: "lupus", count: 50_000).joined(separator: " ")
    #expect(try ParsedQuery(pubmed: words + "[ti]").query.clauses == [.field(.title, .phrase(words))])
    #expect(try ParsedQuery(pubmed: "\"\(words)\"").query.clauses == [.phrase(words)])
  }

  @Test func queryIsReadAndPrintedUpToOneDepth() throws {
    let groups = (String(repeating: "a NOT (", count: 127), String(repeating: ")", count: 127))
    let nested = try ParsedQuery(pubmed: groups.0 + "b" + groups.1).query
    #expect(try ParsedQuery(pubmed: try nested.pubmedText()).query == nested)
    #expect(throws: QueryError.self) { try ParsedQuery(pubmed: groups.0 + "a NOT b" + groups.1) }
    let alternating = Array(repeating: "a OR b AND", count: 127).joined(separator: " ") + " c"
    let query = try ParsedQuery(pubmed: alternating).query
    #expect(try ParsedQuery(pubmed: try query.pubmedText()).query == query)
    #expect(throws: QueryError.self) { try ParsedQuery(pubmed: "a OR b AND " + alternating) }
    let parentheses = (String(repeating: "(", count: 256), String(repeating: ")", count: 256))
    #expect(try ParsedQuery(pubmed: parentheses.0 + "a" + parentheses.1).query.clauses == [.phrase("a")])
    #expect(throws: QueryError.self) { try ParsedQuery(pubmed: "(" + parentheses.0 + "a" + parentheses.1 + ")") }
  }

  @Test func tooDeepClauseIsNotWritten() {
    var clause = Query.Clause.phrase("a")
    for level in 0..<300 { clause = level.isMultiple(of: 2) ? .all([clause, .line(1)]) : .any([clause, .line(1)]) }
    #expect(throws: Unwritable.self) { try Query([clause]).pubmedText() }
  }
}

/// Random numbers, clauses and texts from a seed.
private struct DialectRandom: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  mutating func isTrue(_ times: Int, of all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < times }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func list<Element>(_ counts: ClosedRange<Int>, _ make: (inout Self) -> Element) -> [Element] {
    (0..<Int.random(in: counts, using: &self)).map { _ in make(&self) }
  }
}

/// Clauses that PubMed can express, and others.
extension DialectRandom {
  private static let words = [
    "lupus", "IL-6", "TNF-α", "and", "OR", "NOT", "#1", "#x", "hasabstract", "adj3", "near/2", "(x)", "[18F]FDG",
    "lupus[ti]", "2015:2020", "a:b", ":x", "p<0.05", "what?", "5'-end", "狼疮", "🧬1", "e\u{301}", "a,", "1/2", "±1",
  ]
  private static let stems = ["nephr*", "*itis", "colo*r", "a*", "2*", "(x*"]
  private static let names = [
    "smith", "smith ja", "smith ja*", "smith *", "o'brien jr", "de la cruz", "wu*", "and", "li",
  ]

  mutating func phrase() -> Query.Clause {
    .phrase(list(1...3) { $0.element(of: Self.words) }.joined(separator: " "))
  }

  mutating func pattern() -> Query.Clause {
    let others = ["lupus", "[x]", "NOT"]
    return .pattern(list(1...2) { $0.element(of: others + Self.stems) }.joined(separator: " ") + " b*")
  }

  mutating func near() -> Query.Clause {
    let words = list(2...4) { random in
      random.isTrue(1, of: 4)
        ? Query.Clause.pattern(random.element(of: Self.stems)) : .phrase(random.element(of: Self.words))
    }
    let proximity = Query.Proximity(gap: Int.random(in: 0...20, using: &self), order: .any)
    return .field(element(of: [.title, [.title, .abstract]]), .near(words, proximity))
  }

  mutating func heading() -> Query.Clause {
    let qualifier = element(of: ["", "drug therapy", "blood"])
    if isTrue(1, of: 6) { return .heading(.init("", qualifier: "drug therapy")) }
    let name = element(of: ["Humans", "Lupus Nephritis", "Wounds and Injuries", "Receptors, CXCR4", "Nephr*", "NOT"])
    return .heading(
      .init(name, qualifier: qualifier, isExploded: isTrue(1, of: 2), isMajor: isTrue(1, of: 2)))
  }

  mutating func filter() -> Query.Clause {
    let year = Int.random(in: 1...2500, using: &self)
    let last = element(of: [year, year + Int.random(in: 0...400, using: &self), 9999])
    return switch Int.random(in: 0..<3, using: &self) {
    case 0: .filter(Filter(years: year...last))
    case 1: .filter(Filter(types: [element(of: ["review", "Clinical Trial", "and", "a?"])]))
    default:
      .filter(Filter(languages: LanguageNames.equivalents(of: element(of: ["english", "fre", "zh", "or", "xx"]))))
    }
  }

  mutating func term() -> Query.Clause {
    switch Int.random(in: 0..<10, using: &self) {
    case 0: phrase()
    case 1: pattern()
    case 2: .field(element(of: [.title, .abstract, .keywords, [.title, .abstract]]), phrase())
    case 3: .field(element(of: [.title, .abstract, .keywords, [.title, .abstract]]), pattern())
    case 4: near()
    case 5: heading()
    case 6: filter()
    case 7: .line(Int.random(in: 1...30, using: &self))
    case 8: .value(.author, element(of: Self.names))
    default:
      element(of: [
        .value(.journal, "N Engl J Med"), .value(.journal, "BMJ*"), .value(.identifier, "10.1/(a)"),
        .value(.identifier, "123"), .value(.identifier, "PMC1"), .value(.identifier, "S-1 x"),
        .any([.value(.author, "wu"), .value(.author, "wu *")]),
      ])
    }
  }

  mutating func clause(depth: Int) -> Query.Clause {
    guard depth > 0, isTrue(3, of: 4) else { return term() }
    let operands = list(2...4) { $0.clause(depth: depth - 1) }
    if isTrue(1, of: 2) { return .any(operands) }
    return .all([operands[0]] + operands.dropFirst().map { isTrue(1, of: 4) ? .not($0) : $0 })
  }

  /// A clause of any kind with any text.
  mutating func anyClause(depth: Int) -> Query.Clause {
    if depth > 0, isTrue(1, of: 3) {
      let operands = list(0...3) { $0.anyClause(depth: depth - 1) }
      return isTrue(1, of: 2) ? .any(operands) : .all(operands)
    }
    let text = isTrue(1, of: 2) ? soup() : element(of: Self.words + Self.names + Self.stems)
    return switch Int.random(in: 0..<10, using: &self) {
    case 0: .phrase(text)
    case 1: .pattern(text)
    case 2: .not(anyClause(depth: depth - 1))
    case 3: .field(FieldSet(rawValue: UInt8.random(in: 0...7, using: &self)), anyClause(depth: 0))
    case 4: .heading(.init(text, qualifier: element(of: ["", text, "drug therapy"])))
    case 5: .value(element(of: Attribute.allCases), text)
    case 6: .filter(Filter(types: [text]))
    case 7: .filter(Filter(languages: [text]))
    case 8: .near([.phrase(text), .phrase(text)], .init(gap: 1, order: .any))
    default:
      element(of: [
        .exact(text), .words(text), .everything, .any([.value(.author, text), .value(.author, text + " *")]),
      ])
    }
  }
}

/// Texts that are almost queries, and texts that are none.
extension DialectRandom {
  private static let pieces = [
    "a", "lupus", " ", " ", "(", ")", "[", "]", "[ti]", "[tiab:~2]", "[mh]", "[au]", "[dp]", "[la]", "\"", "\"", "“",
    "*",
    "?", "#", "#1", ":", "2015", "3000", "/", ",", " AND ", " OR ", " NOT ", " or ", "~", "-", "\n", "\r\n", "\t", "\0",
    "🧬", "👩‍⚕️", "\u{301}", "\u{600}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{A0}", "\u{D4E}", "é", "β", "狼", "🇩🇪",
  ]

  mutating func soup() -> String { list(0...12) { $0.element(of: Self.pieces) }.joined() }

  /// A text with some of its characters left out, doubled, or replaced.
  mutating func mutated(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &self) where !characters.isEmpty {
      let place = Int.random(in: 0..<characters.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(characters[place], at: place)
      case 2: characters.insert(contentsOf: Array(element(of: Self.pieces)), at: place)
      default: characters.removeSubrange(place..<min(characters.count, place + Int.random(in: 1...8, using: &self)))
      }
    }
    return String(characters)
  }
}
