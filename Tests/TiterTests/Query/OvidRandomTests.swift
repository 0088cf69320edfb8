import TestSupport
import Testing
import Titer

@Suite("Ovid's dialect at random")
struct OvidRandomTests {
  @Test("reads back every query that it can express", arguments: 0..<30)
  func expressible(seed: Int) throws {
    var clauses = OvidClauses(random: SeededGenerator(seed: UInt64(truncatingIfNeeded: seed)))
    for _ in 0..<100 {
      let query = Query([clauses.clause(depth: 5)])
      let text = try query.ovidText()
      let back = try ParsedQuery(ovid: text).query
      #expect(back == query, "seed \(seed): \(text)")
    }
  }

  @Test("throws, or writes what reads back", arguments: 0..<30)
  func inexpressible(seed: Int) {
    var clauses = OvidClauses(random: SeededGenerator(seed: UInt64(truncatingIfNeeded: seed)), isWild: true)
    for _ in 0..<100 {
      let query = Query([clauses.clause(depth: 3)])
      guard let text = try? query.ovidText() else { continue }
      #expect((try? ParsedQuery(ovid: text).query) == query, "seed \(seed): \(text)")
    }
  }

  @Test("reads any text or points at a fault", arguments: 0..<40)
  func fuzz(seed: Int) {
    var random = SeededGenerator(seed: UInt64(truncatingIfNeeded: seed))
    for _ in 0..<500 {
      let text = Bool.random(using: &random) ? mutated(using: &random) : soup(using: &random)
      check(text, seed: seed)
    }
  }

  /// Checks that a text has an error within it, or reads back as it is written.
  private func check(_ text: String, seed: Int) {
    do {
      let query = try ParsedQuery(ovid: text).query
      let written = try query.ovidText()
      let back = try ParsedQuery(ovid: written).query
      #expect(back == query, "seed \(seed): \(text.debugDescription) is written \(written.debugDescription)")
    } catch let error as QueryError {
      #expect(0...text.count ~= error.column, "seed \(seed): \(text.debugDescription)")
      #expect(error.query == text, "seed \(seed): \(text.debugDescription) reads, but not \(error.query)")
      #expect(!error.description.isEmpty)
    } catch {
      Issue.record("seed \(seed): \(text.debugDescription) gives \(error)")
    }
  }

  private func mutated(using random: inout SeededGenerator) -> String {
    var text = Array(Self.texts.randomElement(using: &random) ?? "")
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      let end = Int.random(in: place...min(place + 3, text.count), using: &random)
      text.replaceSubrange(place..<end, with: Bool.random(using: &random) ? [] : Array(scrap(using: &random)))
    }
    return String(text)
  }

  private func soup(using random: inout SeededGenerator) -> String {
    (0...Int.random(in: 0...14, using: &random)).map { _ in scrap(using: &random) }.joined()
  }

  private func scrap(using random: inout SeededGenerator) -> String {
    scraps.randomElement(using: &random) ?? ""
  }

  private static let texts = ovidRows.map(\.text) + ovidErrors.map(\.text)

  private let scraps = [
    "a", "lupus", "or", "and", "not", "adj", "adj3", "exp", "limit", "to", "1", "23", "0", "/", "/freq=2", "or/", "/dt",
    "[", "]", "mp=", ".", ".ti.", ".ti,ab", ".pt.", ".yr.", ".au.", ".zz.", ",", "(", ")", "\"", "“", "”", "*", "$",
    "?",
    "#", ":", "=", "-", "'", " ", "  ", " ", " or ", " and ", "\n", "\r\n", "\t", "\u{0}", "é", "e\u{301}", "\u{301}",
    "\u{200D}", "👩‍👩‍👧", "🇩🇪", "\u{600}", "β", "ﬁ", "٣", "½", "中", "\u{FEFF}", "\u{85}", "&", "+", "%", "\\", "{", "}", "<",
  ]
}

/// Clauses at random: such as Ovid's dialect can express, or wild ones.
private struct OvidClauses {
  var random: SeededGenerator
  var isWild = false

  private let phrases = [
    "lupus", "lupus nephritis", "IL-6", "CD19+ B cells", "Alzheimer's disease", "and/or", "risk or benefit", "12",
    "exp",
    "limit 3 to humans", "use ppez", "5 use medall", "U.S. army", "lupus.ti.", "a  b", " a", "near/3", "adj3", "ti:x",
    "random:", "10.1/ab.c", "(x)", "β-cells", "Lupus/dt", "ab/freq=3", "remove duplicates from 2", "NOT", "a\nb", "[x]",
  ]
  private let patterns = [
    "nephr*", "wom#n", "tumo?r", "lupus nephr*", "#1", "*globulin", "ab???", "a or b*", "x*-3", "?12", "*5-HT",
    "CD#/dt",
  ]
  private let wildTexts = [
    "", " ", "*", "a$", "a\"b", "“a", "lupus *", "ab*3", "*12", "\u{301}a", "a\u{600}", "++", "\r\n", "a\u{0}", "🇩",
    "#", "a#1",
  ]
  private let types = [
    "Review", "randomized controlled trial", "Meta-Analysis", "clinical trial, phase i", "x or y", "12",
  ]

  mutating func clause(depth: Int) -> Query.Clause {
    if isWild, number(4) == 0 { return wild(depth: depth) }
    switch depth > 0 ? number(9) : number(3) {
    case 0, 1: return words()
    case 2: return leaf()
    case 3: return .any(several { $0.clause(depth: depth - 1) })
    case 4:
      var parts = several { $0.clause(depth: depth - 1) }
      for index in parts.indices.dropFirst() where number(2) == 0 { parts[index] = .not(parts[index]) }
      return .all(parts)
    case 5: return placed(depth: depth)
    case 6: return .field(texts(), textual(depth: depth - 1))
    case 7: return .frequency(number(2) == 0 ? words() : .field(texts(), placed(depth: 2)), atLeast: 1 + number(9))
    default: return leaf()
    }
  }

  private mutating func words() -> Query.Clause { number(3) == 0 ? .pattern(pattern()) : .phrase(phrase()) }

  private mutating func phrase() -> String {
    (isWild && number(3) == 0 ? wildTexts : phrases).randomElement(using: &random) ?? "lupus"
  }

  private mutating func pattern() -> String {
    (isWild && number(3) == 0 ? wildTexts : patterns).randomElement(using: &random) ?? "lupus*"
  }

  private mutating func text() -> String { number(2) == 0 ? pattern() : phrase() }

  private mutating func leaf() -> Query.Clause {
    switch number(8) {
    case 0: return .line(1 + number(3_000))
    case 1: return .filter(Filter(types: several { $0.type() }))
    case 2: return .filter(Filter(types: [type()]))
    case 3:
      let languages = ["english", "de", "fra", "klingon", "old norse"]
      return .filter(
        Filter(
          languages: several { LanguageNames.equivalents(of: languages.randomElement(using: &$0.random) ?? "") }
            .flatMap { $0 }))
    case 4:
      let first = 1 + number(2_100)
      return .filter(Filter(years: first...(number(2) == 0 ? 9_999 : first + number(20))))
    case 5:
      let attribute: Attribute = [.author, .journal, .identifier].randomElement(using: &random) ?? .author
      return .value(attribute, text())
    default: return .heading(heading())
    }
  }

  private mutating func type() -> String { types.randomElement(using: &random) ?? "Review" }

  private mutating func heading() -> Query.Heading {
    let qualifier = Qualifiers.allNames.randomElement(using: &random) ?? ""
    guard number(5) > 0 else { return Query.Heading("", qualifier: qualifier) }
    let names = ["Lupus Nephritis", "Wounds and Injuries", "Ca(2+)-ATPase", "Receptors, Interleukin-6", "Expression"]
    return Query.Heading(
      number(3) == 0 ? text() : names.randomElement(using: &random) ?? "Lupus",
      qualifier: number(2) == 0 ? qualifier : "", isExploded: number(2) == 0, isMajor: number(2) == 0)
  }

  /// What stands in a text.
  private mutating func placed(depth: Int) -> Query.Clause {
    guard depth > 0 else { return words() }
    switch number(4) {
    case 0: return .any(several { $0.placed(depth: depth - 1) })
    case 1: return .near(several { $0.placed(depth: depth - 1) }, Query.Proximity(gap: 0, order: .asWritten))
    case 2:
      let pair = [placed(depth: depth - 1), placed(depth: depth - 1)]
      return .near(pair, Query.Proximity(gap: 1 + number(98), order: .any))
    default: return words()
    }
  }

  /// What a field code may stand behind.
  private mutating func textual(depth: Int) -> Query.Clause {
    guard depth > 0 else { return words() }
    switch number(4) {
    case 0: return .all([textual(depth: depth - 1), .not(textual(depth: depth - 1))])
    case 1: return .any(several { $0.textual(depth: depth - 1) })
    case 2: return .field(texts(), textual(depth: depth - 1))
    default: return placed(depth: depth)
    }
  }

  private mutating func texts() -> FieldSet { FieldSet(rawValue: UInt8(isWild ? number(9) : 1 + number(6))) }

  /// A clause that Ovid's dialect can hardly express.
  private mutating func wild(depth: Int) -> Query.Clause {
    guard depth > 0 else { return [.everything, .words(phrase()), .exact(phrase()), .line(-1)][number(4)] }
    let part = clause(depth: depth - 1)
    switch number(8) {
    case 0: return .not(part)
    case 1: return .near([part, clause(depth: depth - 1)], Query.Proximity(gap: number(3), order: .any))
    case 2: return .field(texts(), part)
    case 3: return .frequency(part, atLeast: number(3))
    case 4: return .all([part])
    case 5: return .any([])
    case 6: return .filter(Filter(years: 2000...2010, types: [phrase()], languages: [phrase()]))
    default: return .value([.heading, .author][number(2)], text())
    }
  }

  private mutating func several<Part>(_ part: (inout OvidClauses) -> Part) -> [Part] {
    (0...(1 + number(2))).map { _ in part(&self) }
  }

  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}
