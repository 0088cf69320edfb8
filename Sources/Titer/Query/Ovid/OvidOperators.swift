/// A word that joins operands.
enum OvidOperator {
  /// `and`, `or`, or `not`.
  case connective(OvidConnective)
  /// `adj` and the digits behind it.
  case adjacency(String)

  /// The operator that a word is.
  init?(_ word: String) {
    let word = word.lowercased()
    if let connective = OvidConnective(rawValue: word) {
      self = .connective(connective)
    } else if word.hasPrefix("adj"), word.dropFirst(3).allSatisfy(\.isDecimalDigit) {
      self = .adjacency(String(word.dropFirst(3)))
    } else {
      return nil
    }
  }
}

/// What stands before an operand.
enum OvidPrevious {
  /// Nothing.
  case beginning
  /// The parenthesis at a place.
  case opener(Int)
  /// The operator at a place.
  case connective(OvidConnective, Int)
  /// The `adj` at a place.
  case adjacency(Int)
}

extension OvidParser {
  /// The operator that stands here.
  func nextOperator() -> OvidOperator? {
    guard scanner.next?.beginsOperator == true else { return nil }
    let end = endOfBareWord(from: scanner.place)
    return OvidOperator(scanner[scanner.place..<end])
  }

  /// An error for an operand that is wanted here.
  func missingOperand(after previous: OvidPrevious) -> QueryError {
    scanner.error(expected: "words, a heading, a line or “(”", found: foundHere(), suggestion: advice(after: previous))
  }

  private func advice(after previous: OvidPrevious) -> String? {
    if let next = nextOperator() { return advice(on: next, after: previous) }
    if suffix(at: scanner.place) != nil { return "Write what the field code is for right before it." }
    if scanner.next == "/" { return "Write the heading before its “/”." }
    switch previous {
    case .beginning: return scanner.next == ")" ? "There is no “(” that this “)” closes." : nil
    case .opener:
      return scanner.next == ")" ? "Write something between the parentheses, or leave them out." : nil
    case .connective(let connective, _): return "Write something behind “\(connective.rawValue)”, or leave it out."
    case .adjacency: return "Write something behind “adj”, or leave it out."
    }
  }

  private func advice(on next: OvidOperator, after previous: OvidPrevious) -> String {
    switch (previous, next) {
    case (.connective(.and, _), .connective(.not)): "Write “not” without “and”: lupus not mice"
    case (.connective(.or, _), .connective(.not)):
      "Combine what “not” takes away in parentheses: lupus or (nephritis not mice)"
    case (.connective, _), (.adjacency, _): "Leave out one of the two operators, or put the word in quotes."
    case (_, .connective(.not)): "Write before “not” what documents must hold: lupus not mice"
    default: "Operators stand between two parts; put the word in quotes if it is no operator."
    }
  }

  /// An error for an operator that is wanted here.
  func missingOperator() -> QueryError {
    scanner.error(
      expected: "“and”, “or”, “not”, “adj” or \(isInGroup ? "“)”" : "the end of the query")", found: foundHere(),
      suggestion: adviceOnJoining())
  }

  private func adviceOnJoining() -> String {
    switch scanner.next {
    case ")": return "There is no “(” that this “)” closes."
    case "[": return "Write the field code behind the words between dots: lupus.ti,ab."
    case "/": return "A heading is words and one “/”, with no parentheses around them: Lupus Nephritis/"
    case "." where suffix(at: scanner.place) != nil:
      return "A field code stands right behind words or parentheses, and before “/freq=”."
    default: break
    }
    if scanner[scanner.place - 1] == ".", OvidField.isKnown(wordHere) {
      return "Separate field codes by commas: .ti,ab."
    }
    return "Write an operator before this."
  }

  /// The letters from here on.
  private var wordHere: String {
    var scanner = scanner
    return scanner.take { $0.isLatinLetter }
  }

  /// What stands here, in words for an error: a whole word, or else a character.
  func foundHere() -> String {
    let end = endOfBareWord(from: scanner.place)
    let isWord = end > scanner.place && end - scanner.place <= 40
    return isWord ? "“\(scanner[scanner.place..<end])”" : scanner.found()
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isDecimalDigit: Bool { ("0"..."9").contains(self) && utf8.count == 1 }
  /// Whether it is one of `a` to `z` and `A` to `Z`.
  var isLatinLetter: Bool { isASCII && isLetter }
}

extension Character {
  /// Whether `and`, `or`, `not` or `adj` may begin with it.
  fileprivate var beginsOperator: Bool {
    switch self {
    case "a", "o", "n", "A", "O", "N": true
    default: false
    }
  }
}
