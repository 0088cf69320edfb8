/// A text of a query in some of whose words there are wildcards, as the parts that a document has side by side.
struct PatternText {
  /// A part.
  enum Part: Equatable {
    /// Words without wildcards, for the index's own chain.
    case text(String)
    /// One word with wildcards.
    case word(Word)
    /// What is written with hyphens and the like within, and the same as one word.
    case compound([Part], Word)
  }

  /// A word with wildcards.
  struct Word: Equatable {
    /// The word as written.
    let text: String

    /// In its plainest form, which the words of most chains have.
    var folded: String {
      var folding = Folding()
      var folded: [UInt8] = []
      folding.fold(Array(text.utf8).span, into: &folded)
      return String(decoding: folded, as: UTF8.self)
    }

    /// In lower case with its accents, which those of others have.
    var lowercased: String { text.lowercased() }

    /// What stands before an asterisk at its end, where there is no other wildcard.
    var beginning: String? {
      guard text.last == "*", case let beginning = text.dropLast(), !beginning.contains(where: \.isWildcard) else {
        return nil
      }
      return String(beginning)
    }
  }

  /// The parts in order.
  private(set) var parts: [Part] = []

  /// The parts of a text: words end at white space, and where a sign stands that is no letter, digit or wildcard.
  init(_ text: String) {
    var plain = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.contains(where: \.isWildcard) {
        append(text: &plain)
        append(word)
      } else {
        plain += plain.isEmpty ? String(word) : " " + word
      }
    }
    append(text: &plain)
  }

  private mutating func append(text: inout String) {
    if !text.isEmpty { parts.append(.text(text)) }
    text = ""
  }

  /// Appends a word between white space, which may be several.
  private mutating func append(_ word: Substring) {
    let pieces = Self.pieces(of: word)
    guard pieces.count > 1 else {
      parts += pieces
      return
    }
    let whole = Word(text: String(word.filter { $0.isLetter || $0.isNumber || $0.isWildcard }))
    parts.append(.compound(pieces, whole))
  }

  private static func pieces(of word: Substring) -> [Part] {
    var parts: [Part] = []
    for piece in word.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !$0.isWildcard && !$0.isApostrophe }) {
      if !piece.contains(where: \.isWildcard) {
        parts.append(.text(String(piece)))
      } else if piece.contains(where: { !$0.isWildcard }) {
        parts.append(.word(Word(text: String(piece))))
      }
    }
    return parts
  }
}

extension TermRequest {
  /// The terms that a word with wildcards stands for.
  init(pattern: String) {
    let beginning = pattern.dropLast()
    if pattern.last == "*", !beginning.contains(where: \.isWildcard) {
      self = .prefix(Array(beginning.utf8))
    } else {
      self = .wildcards(pattern)
    }
  }
}

extension Character {
  /// Whether it stands for other characters in a pattern.
  package var isWildcard: Bool { self == "*" || self == "?" || self == "#" }

  fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" }
}
