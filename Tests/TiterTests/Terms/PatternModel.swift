import TestSupport

/// Patterns that are matched by trying all ways.
indirect enum PatternModel {
  case text(String, (Unicode.Scalar) -> Bool)
  case sequence(PatternModel, PatternModel)
  case choice(PatternModel, PatternModel)
  case repetition(PatternModel, Int, Int?, String)

  /// The pattern as an expression.
  var text: String {
    switch self {
    case .text(let text, _): text
    case .sequence(let one, let other): "(\(one.text))\(other.text.contains("|") ? "(\(other.text))" : other.text)"
    case .choice(let one, let other): "\(one.text)|\(other.text)"
    case .repetition(let one, _, _, let sign): "(\(one.text))\(sign)"
    }
  }

  /// Whether a beginning of `term` matches such that `rest` is true of what is behind it.
  func matches(_ term: ArraySlice<Unicode.Scalar>, _ rest: (ArraySlice<Unicode.Scalar>) -> Bool) -> Bool {
    switch self {
    case .text(_, let isMember):
      guard let first = term.first, isMember(first) else { return false }
      return rest(term.dropFirst())
    case .sequence(let one, let other):
      return one.matches(term) { other.matches($0, rest) }
    case .choice(let one, let other):
      return one.matches(term, rest) || other.matches(term, rest)
    case .repetition(let one, let least, let most, _):
      if least == 0, rest(term) { return true }
      if most == 0 { return false }
      let fewer = PatternModel.repetition(one, max(0, least - 1), most.map { $0 - 1 }, "")
      // More repetitions of nothing are no other match, unless they are owed.
      return one.matches(term) { ($0.count < term.count || least > 0) && fewer.matches($0, rest) }
    }
  }

  /// A random pattern over the characters of random terms.
  static func random(_ random: inout SeededGenerator, depth: Int) -> PatternModel {
    switch Int.random(in: 0..<(depth == 0 ? 1 : 6), using: &random) {
    case 0: return character(Int.random(in: 0..<8, using: &random))
    case 1: return .choice(self.random(&random, depth: depth - 1), self.random(&random, depth: depth - 1))
    case 2, 3: return .sequence(self.random(&random, depth: depth - 1), self.random(&random, depth: depth - 1))
    default: return repetition(self.random(&random, depth: depth - 1), Int.random(in: 0..<6, using: &random))
    }
  }

  private static func character(_ number: Int) -> PatternModel {
    switch number {
    case 0: .text(".") { _ in true }
    case 1: .text("[a-b]") { $0 == "a" || $0 == "b" }
    case 2: .text("[^a]") { $0 != "a" }
    case 3: .text("[é-日\\]]") { ("é"..."日").contains($0) || $0 == "]" }
    case 4: .text("日") { $0 == "日" }
    case 5: .text("[^𝒳b]") { $0 != "𝒳" && $0 != "b" }
    case 6: .text("b") { $0 == "b" }
    default: .text("a") { $0 == "a" }
    }
  }

  private static func repetition(_ one: PatternModel, _ number: Int) -> PatternModel {
    switch number {
    case 0: .repetition(one, 0, nil, "*")
    case 1: .repetition(one, 1, nil, "+")
    case 2: .repetition(one, 0, 1, "?")
    case 3: .repetition(one, 2, 2, "{2}")
    case 4: .repetition(one, 1, 3, "{1,3}")
    default: .repetition(one, 2, nil, "{2,}")
    }
  }

  /// A random word with wildcards.
  static func randomWildcards(_ random: inout SeededGenerator) -> String {
    let signs = ["a", "b", "é", "日", "*", "*", "?", "#", "ab"]
    return (0..<Int.random(in: 0...5, using: &random))
      .map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }.joined()
  }

  /// Whether a term matches a word with wildcards, by trying all ways.
  static func wildcards(_ word: Substring, _ term: Substring) -> Bool {
    let (word, term) = (word.unicodeScalars, term.unicodeScalars)
    guard let sign = word.first else { return term.isEmpty }
    let behind = Substring(word.dropFirst())
    let shorter = Substring(term.dropFirst())
    switch sign {
    case "*": return wildcards(behind, Substring(term)) || !term.isEmpty && wildcards(Substring(word), shorter)
    case "?": return wildcards(behind, Substring(term)) || !term.isEmpty && wildcards(behind, shorter)
    case "#": return !term.isEmpty && wildcards(behind, shorter)
    default: return term.first == sign && wildcards(behind, shorter)
    }
  }
}
