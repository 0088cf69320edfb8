/// Finds the words of a text: runs of characters between word breaks that hold a letter, a digit, kana or an ideograph.
///
/// The breaks are those of Unicode Standard Annex #29 (version 15.0), rules WB4 to WB13b, with the classes of
/// ``WordBreak``; the words are those of Lucene's `StandardTokenizer`. Left out are emoji, among which Lucene counts
/// `®` and `™`: they are no words here, and so rule WB3c, which keeps joined emoji together, isn't needed.
package struct WordScanner: Sendable {
  private let table = WordBreakTable.shared
  private let bytes = ByteKind.table

  /// A scanner.
  package init() {}

  /// The first word of `text` that begins at `start` or after it; `start` is 0 or the end of the word before.
  ///
  /// - Complexity: linear in the bytes up to the word's end.
  package func nextWord(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    while index < text.count {
      switch bytes[Int(text[index])] {
      case .separator, .joiner:
        index += 1
      case .alphanumeric:
        return index..<(asciiWordEnd(in: text, from: index) ?? segment(in: text, from: index).end)
      case .lowLine, .nonASCII:
        let segment = segment(in: text, from: index)
        if segment.isWord { return index..<segment.end }
        index = segment.end
      }
    }
    return nil
  }

  /// All words of `text`, in order.
  package func words(in text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    while let word = nextWord(in: text, from: words.last?.upperBound ?? 0) { words.append(word) }
    return words
  }

  /// The end of a word of ASCII letters and digits, or nil where only the whole rules can tell.
  private func asciiWordEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    var end = start + 1
    while end < text.count, bytes[Int(text[end])] == .alphanumeric { end += 1 }
    guard end < text.count else { return end }
    switch bytes[Int(text[end])] {
    case .alphanumeric, .separator: return end
    case .joiner: return end + 1 == text.count || bytes[Int(text[end + 1])].ends ? end : nil
    case .lowLine, .nonASCII: return nil
    }
  }
}

extension WordScanner {
  /// The characters from one word break to the next.
  package struct Segment {
    /// The first byte after them.
    package let end: Int
    /// Whether they make a word, rather than space or punctuation.
    package let isWord: Bool
  }

  /// The segment that begins at `start`, by the whole rules.
  package func segment(in text: Span<UInt8>, from start: Int) -> Segment {
    let first = text.scalar(at: start)
    let `class` = table[scalar: first.value]
    var end = skipExtenders(in: text, from: start + first.length)
    switch `class` {
    case .letter, .hebrewLetter, .numeric, .katakana, .extendNumLet:
      return run(in: text, after: `class`, from: end)
    case .southEastAsian:
      while end < text.count, case let next = text.scalar(at: end), table[scalar: next.value] == .southEastAsian {
        end = skipExtenders(in: text, from: end + next.length)
      }
      return Segment(end: end, isWord: true)
    case .ideograph, .hiragana:
      return Segment(end: end, isWord: true)
    case .other, .midLetter, .midNum, .midNumLet, .singleQuote, .doubleQuote, .extend:
      return Segment(end: end, isWord: false)
    }
  }

  /// A run of letters, digits and kana whose first character has the class `first` and ends at `start`.
  private func run(in text: Span<UInt8>, after first: WordBreak, from start: Int) -> Segment {
    var end = start
    var last = first
    var isWord = first != .extendNumLet
    while end < text.count {
      let next = text.scalar(at: end)
      let `class` = table[scalar: next.value]
      let afterNext = skipExtenders(in: text, from: end + next.length)
      if last.joins(`class`) {
        last = `class`
        end = afterNext
      } else if let far = classOfJoined(last, across: `class`, in: text, at: afterNext) {
        end = skipExtenders(in: text, from: afterNext + far.length)
        last = far.class
      } else {
        if last == .hebrewLetter, `class` == .singleQuote { end = afterNext }  // WB7a
        break
      }
      isWord = isWord || last != .extendNumLet
    }
    return Segment(end: end, isWord: isWord)
  }

  /// What stands at `index`, if the class before it joins it across the class `middle`: WB6, WB7, WB7b, WB7c, WB11, WB12.
  private func classOfJoined(
    _ before: WordBreak, across middle: WordBreak, in text: Span<UInt8>, at index: Int
  ) -> (class: WordBreak, length: Int)? {
    guard middle.isMiddle, index < text.count else { return nil }
    let far = text.scalar(at: index)
    let `class` = table[scalar: far.value]
    return before.joins(`class`, across: middle) ? (`class`, far.length) : nil
  }

  /// The end of the characters that belong to the one before `start`: WB4.
  private func skipExtenders(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] >= 0x80 {
      let next = text.scalar(at: index)
      guard table[scalar: next.value] == .extend else { break }
      index += next.length
    }
    return index
  }
}

extension WordBreak {
  fileprivate var isLetter: Bool { self == .letter || self == .hebrewLetter }

  fileprivate var isMiddle: Bool {
    switch self {
    case .midLetter, .midNum, .midNumLet, .singleQuote, .doubleQuote: true
    default: false
    }
  }

  /// Whether no break lies between this class and the next: WB5, WB8, WB9, WB10, WB13, WB13a, WB13b.
  fileprivate func joins(_ next: WordBreak) -> Bool {
    switch self {
    case .letter, .hebrewLetter, .numeric: next.isLetter || next == .numeric || next == .extendNumLet
    case .katakana: next == .katakana || next == .extendNumLet
    case .extendNumLet: next.isLetter || next == .numeric || next == .katakana || next == .extendNumLet
    default: false
    }
  }

  /// Whether this class and `next` join across `middle`.
  fileprivate func joins(_ next: WordBreak, across middle: WordBreak) -> Bool {
    switch middle {
    case .midLetter: isLetter && next.isLetter
    case .midNum: self == .numeric && next == .numeric
    case .midNumLet, .singleQuote: isLetter && next.isLetter || self == .numeric && next == .numeric
    case .doubleQuote: self == .hebrewLetter && next == .hebrewLetter
    default: false
    }
  }
}

/// What a byte tells of the words around it, without a look at its neighbours.
private enum ByteKind: UInt8 {
  case separator
  case alphanumeric
  /// May join the letters or digits on its two sides.
  case joiner
  case lowLine
  case nonASCII

  /// Whether a joiner before this byte joins nothing.
  var ends: Bool { self == .separator || self == .joiner || self == .lowLine }

  static let table: [ByteKind] = (0...255).map { (byte: UInt8) in
    guard byte < 0x80 else { return .nonASCII }
    return switch WordBreakTable.shared[scalar: UInt32(byte)] {
    case .letter, .numeric: .alphanumeric
    case .midLetter, .midNum, .midNumLet, .singleQuote: .joiner
    case .extendNumLet: .lowLine
    default: .separator  // A double quote joins Hebrew letters only.
    }
  }
}
