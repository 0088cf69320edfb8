/// A token of PubMed's syntax, and where it stands.
struct PubMedToken {
  /// What a token may be.
  enum Kind {
    case open
    case close
    case colon
    case word
    case quoted
    case tag
  }

  /// What it is.
  var kind: Kind
  /// The places of its characters, with quotes and brackets.
  var places: Range<Int>
  /// The places of its characters without quotes and brackets.
  var inner: Range<Int>
  /// The text without quotes and brackets, and with one space for any white space.
  var text: String

  /// The Boolean operator that a word is, in any case.
  var connective: PubMedConnective? {
    guard kind == .word, text.utf8.count <= 3 else { return nil }
    return PubMedConnective(rawValue: text.uppercased())
  }

  /// Whether a word begins like the number of a line: `#1`.
  var isLine: Bool {
    guard kind == .word, text.first == "#", let second = text.dropFirst().first else { return false }
    return second.isASCIIDigit
  }
}

/// What joins two operands; side by side without an operator means `AND`.
enum PubMedConnective: String {
  case and = "AND"
  case or = "OR"
  case not = "NOT"
}

extension Character {
  /// Whether it is a quote, straight or curly.
  var isPubMedQuote: Bool {
    switch self {
    case "\"", "“", "”", "„", "‟", "＂": true
    default: false
    }
  }

  /// Whether it parts words: white space, or what has no width and comes along with copied text.
  ///
  /// A blank with an accent on it parts nothing.
  var isPubMedSpace: Bool {
    switch self {
    case "\u{200B}", "\u{FEFF}", "\r\n": true
    default: isWhitespace && unicodeScalars.count == 1
    }
  }

  /// Whether it is one of 0–9.
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension StringProtocol {
  /// The text with one space for any white space, and none at its ends.
  var withSingleSpaces: String { split(whereSeparator: \.isPubMedSpace).joined(separator: " ") }

  /// Whether it has a letter or a digit, without which there is nothing to search for.
  var hasLetterOrDigit: Bool { contains { $0.isLetter || $0.isNumber } }

  /// Whether it consists of 0–9, one at least.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}
