/// Finds the words of a text: runs of characters between word breaks that hold a letter, a digit, kana, an ideograph or an
/// emoji.
///
/// The breaks are those of Unicode Standard Annex #29 (version 12.1), rules WB4 to WB13b, with the classes of
/// ``WordBreak``; the words are those of Lucene's `StandardTokenizer`: emoji, among which it counts ©, ® and ™, are words, and
/// a word is looked for in a window of ``longest`` characters, beyond which it can't go on.
package struct WordScanner: Sendable {
  /// The longest word, in UTF-16 code units; what is longer comes in pieces.
  package static let longest = 255
  /// The bytes that the longest word has at most.
  package static let longestBytes = 3 * longest

  let table = WordBreakTable.shared
  private let bytes = ByteKind.table

  /// A scanner.
  package init() {}

  /// The first word of `text` that begins at `start` or after it; `start` is 0 or the end of the word before.
  ///
  /// - Complexity: linear in the bytes up to the word's end.
  package func nextWord(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    while index < text.count {
      let kind = bytes[Int(text[index])]
      // Comparisons are predicted better than a switch's jump.
      if kind == .alphanumeric {
        return index..<(asciiWordEnd(in: text, from: index) ?? segment(in: text, from: index).end)
      } else if kind == .separator || kind == .joiner {
        index += 1
      } else {
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
    let limit = min(start + Self.longest, text.count)
    let end = ByteRun.alphanumericEnd(in: text, from: start + 1, limit: limit)
    guard end < limit else { return end }
    switch bytes[Int(text[end])] {
    case .alphanumeric, .separator, .keyCap: return end
    case .joiner: return end + 1 == text.count || bytes[Int(text[end + 1])].ends ? end : nil
    case .lowLine, .nonASCII: return nil
    }
  }
}

extension WordScanner {
  /// The characters from one word break to the next; a single one where there is no word.
  package struct Segment {
    /// The first byte after them.
    package let end: Int
    /// Whether they make a word, rather than space or punctuation.
    package let isWord: Bool
  }

  /// The segment that begins at `start`, by the whole rules.
  package func segment(in text: Span<UInt8>, from start: Int) -> Segment {
    // Characters of four bytes are two units, so that the window lies within so many bytes.
    let bytes = text.extracting(..<min(start + Self.longestBytes, text.count))
    var end = segmentEnd(in: bytes, from: start)
    if let found = end, found - start > Self.longest {
      end = segmentEnd(in: bytes.extracting(..<bytes.windowEnd(from: start)), from: start)
    }
    return Segment(end: end ?? start + text.scalar(at: start).length, isWord: end != nil)
  }

  /// The end of the word or emoji that begins at `start`, the longer one, or `nil` if there is none.
  private func segmentEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    let first = text.scalar(at: start)
    let word = wordEnd(in: text, from: start, first)
    guard table.mayBeginEmoji(first.value), let emoji = emojiEnd(in: text, from: start) else { return word }
    return max(word ?? emoji, emoji)
  }

  private func wordEnd(in text: Span<UInt8>, from start: Int, _ first: DecodedScalar) -> Int? {
    let `class` = table[scalar: first.value]
    switch `class` {
    case .letter, .hebrewLetter, .numeric, .katakana, .extendNumLet:
      return runEnd(in: text, after: `class`, from: skipExtenders(in: text, from: start + first.length))
    case .southEastAsian:
      return southEastAsianEnd(in: text, from: start + first.length)
    case .extend:
      return WordBreak.isSouthEastAsianMark(first.value)
        ? southEastAsianEnd(in: text, from: start + first.length) : nil
    case .ideograph, .hiragana:
      return skipExtenders(in: text, from: start + first.length)
    case .other, .midLetter, .midNum, .midNumLet, .singleQuote, .doubleQuote:
      return nil
    }
  }

  /// The end of a run of South-East Asian letters whose first ends at `start`.
  private func southEastAsianEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var end = skipExtenders(in: text, from: start)
    while end < text.count, case let next = text.scalar(at: end), table[scalar: next.value] == .southEastAsian {
      end = skipExtenders(in: text, from: end + next.length)
    }
    return end
  }

  /// The end of a run of letters, digits and kana whose first character has the class `first` and ends at `start`.
  private func runEnd(in text: Span<UInt8>, after first: WordBreak, from start: Int) -> Int? {
    var end = start
    var last = first
    var isWord = first != .extendNumLet
    // What joins the last letter to the one before. The annex would go on from there as from any letter; Lucene doesn't: such a
    // letter takes no quote in a Hebrew word, and behind a quote it is joined to nothing but its neighbour. A Hebrew letter
    // with its single quote (WB7a) doesn't bind the next one.
    var middle: WordBreak?
    while end < text.count {
      let next = text.scalar(at: end)
      let `class` = table[scalar: next.value]
      let afterNext = skipExtenders(in: text, from: end + next.length)
      if last.joins(`class`) {
        last = `class`
        end = afterNext
        middle = nil
      } else if middle == .doubleQuote || middle != nil && `class` == .doubleQuote {
        break
      } else if let far = classOfJoined(last, across: `class`, in: text, at: afterNext) {
        end = skipExtenders(in: text, from: afterNext + far.length)
        let isWithQuote = middle == nil && last == .hebrewLetter && `class` == .singleQuote
        middle = isWithQuote ? nil : `class`
        last = far.class
      } else if middle == nil, last == .hebrewLetter, `class` == .singleQuote {  // WB7a
        end = afterNext
        middle = .doubleQuote
      } else {
        break
      }
      isWord = isWord || last != .extendNumLet
    }
    return isWord ? end : nil
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
  func skipExtenders(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] >= 0x80 {
      let next = text.scalar(at: index)
      guard table[scalar: next.value] == .extend else { break }
      index += next.length
    }
    return index
  }
}

extension Span<UInt8> {
  /// The end of the whole characters within ``WordScanner/longest`` UTF-16 code units from `start`.
  fileprivate func windowEnd(from start: Int) -> Int {
    var index = start
    var room = WordScanner.longest
    while index < count {
      let next = scalar(at: index)
      room -= next.length == 4 ? 2 : 1
      guard room >= 0 else { break }
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
  /// May become an emoji.
  case keyCap
  case nonASCII

  /// Whether a joiner before this byte joins nothing.
  var ends: Bool { self != .alphanumeric && self != .nonASCII }

  static let table: [ByteKind] = (0...255).map { (byte: UInt8) in
    guard byte < 0x80 else { return .nonASCII }
    guard !WordBreakTable.shared.mayBeginEmoji(UInt32(byte)) else { return .keyCap }
    return switch WordBreakTable.shared[scalar: UInt32(byte)] {
    case .letter, .numeric: .alphanumeric
    case .midLetter, .midNum, .midNumLet, .singleQuote: .joiner
    case .extendNumLet: .lowLine
    default: .separator  // A double quote joins Hebrew letters only.
    }
  }
}
