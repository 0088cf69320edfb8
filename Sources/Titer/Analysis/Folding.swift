internal import CUTF8Proc

/// Makes the spellings of a word alike: case, compatibility forms and accents.
///
/// `Sjögren`, `SJÖGREN` and `Sjo¨gren` with a combining mark become `sjogren`; `Straße` becomes `strasse`, `ﬁbre`
/// `fibre`, `Łódź` `lodz`. Greek letters stay Greek. The steps: Unicode's full case folding and compatibility
/// decomposition (utf8proc, Unicode 15.0), invisible characters dropped, the combining marks of Latin, Greek and
/// Cyrillic dropped, and what is left composed again, so that the signs that spell words in other scripts
/// (か against が, Indic vowels) stay.
package struct Folding {
  private var scalars = [Int32](repeating: 0, count: 1_024)

  /// A folding.
  package init() {}

  /// Replaces `folded` by the folded form of `word`, which is well-formed UTF-8; it may be empty.
  package mutating func fold(_ word: Span<UInt8>, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    for index in word.indices {
      let byte = word[index]
      guard byte < 0x80 else { return foldUnicode(word, into: &folded) }
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
  }

  private mutating func foldUnicode(_ word: Span<UInt8>, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    let count = compose(dropMarks(decompose(word)))
    for scalar in scalars[..<count] {
      Folding.append(UInt32(bitPattern: scalar), to: &folded)
    }
  }

  /// Decomposes `word` into `scalars` and says how many there are.
  private mutating func decompose(_ word: Span<UInt8>) -> Int {
    var count = Folding.decompose(word, into: &scalars)
    if count > scalars.count {
      scalars = [Int32](repeating: 0, count: count)
      count = Folding.decompose(word, into: &scalars)
    }
    precondition(count >= 0, "a word is well-formed UTF-8")
    return count
  }

  @safe private static func decompose(_ word: Span<UInt8>, into scalars: inout [Int32]) -> Int {
    let options =
      UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
      | UTF8PROC_IGNORE.rawValue
    return unsafe word.withUnsafeBufferPointer { bytes in
      unsafe scalars.withUnsafeMutableBufferPointer { buffer in
        unsafe utf8proc_decompose(
          bytes.baseAddress, bytes.count, buffer.baseAddress, buffer.count, utf8proc_option_t(options))
      }
    }
  }

  private mutating func dropMarks(_ count: Int) -> Int {
    var kept = 0
    for index in 0..<count where !Folding.isMark(scalars[index]) {
      scalars[kept] = scalars[index]
      kept += 1
    }
    return kept
  }

  @safe private mutating func compose(_ count: Int) -> Int {
    unsafe scalars.withUnsafeMutableBufferPointer { buffer in
      unsafe utf8proc_normalize_utf32(buffer.baseAddress, count, UTF8PROC_COMPOSE)
    }
  }

  /// Whether a character is one of the combining marks that accent letters of any alphabet.
  private static func isMark(_ scalar: Int32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  /// Appends a character in its plainest form: letters whose stroke or join is no mark in Unicode, apostrophes.
  private static func append(_ scalar: UInt32, to folded: inout [UInt8]) {
    switch scalar {
    case 0x20: break  // A few ligatures of whole phrases decompose into words: U+FDFA.
    case 0xE6: folded.append(contentsOf: [0x61, 0x65])  // æ
    case 0x0153: folded.append(contentsOf: [0x6F, 0x65])  // œ
    case 0xF8: folded.append(0x6F)  // ø
    case 0x0111: folded.append(0x64)  // đ
    case 0x0127: folded.append(0x68)  // ħ
    case 0x0131: folded.append(0x69)  // ı
    case 0x0142: folded.append(0x6C)  // ł
    case 0x0167: folded.append(0x74)  // ŧ
    case 0x02BC, 0x2018, 0x2019: folded.append(0x27)
    default:
      guard let scalar = Unicode.Scalar(scalar) else { return }
      folded.append(contentsOf: Unicode.UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }
}
