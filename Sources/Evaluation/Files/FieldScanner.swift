/// Walks over the lines of a file, and tells where the fields of each lie.
///
/// Bytes are looked at once and nothing is allocated. White space is C's in its own locale, as to trec_eval; lines without
/// a field are passed over.
struct FieldScanner {
  /// Fields beyond these are counted, and their places forgotten.
  static let most = 6
  /// What parts two fields.
  enum Separator {
    case whiteSpace
    /// A tab and nothing else, so that a field may hold blanks.
    case tab
  }

  private(set) var separator = Separator.whiteSpace
  /// The number of the line, from 1.
  private(set) var line = 0
  /// How many fields the line has.
  private(set) var count = 0
  private var places = InlineArray<6, Range<Int>>(repeating: 0..<0)
  private var offset = 0

  /// A scanner at the beginning of `bytes`, behind a byte order mark.
  init(_ bytes: Span<UInt8>) {
    if bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF { offset = 3 }
  }

  /// The bytes of a field, from 0.
  @_lifetime(borrow bytes)
  func field(_ index: Int, in bytes: borrowing Span<UInt8>) -> Span<UInt8> {
    bytes.extracting(places[index])
  }

  /// Goes to the next line that has a field; whether there is one.
  mutating func next(in bytes: Span<UInt8>) -> Bool {
    while offset < bytes.count {
      line += 1
      count = 0
      switch separator {
      case .whiteSpace: splitAtWhiteSpace(bytes)
      case .tab: splitAtTabs(bytes)
      }
      offset += 1
      if count > 0 { return true }
    }
    return false
  }

  private mutating func splitAtWhiteSpace(_ bytes: Span<UInt8>) {
    while offset < bytes.count && bytes[offset] != Self.lineFeed {
      if Self.isSpace(bytes[offset]) {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count && !Self.isSpace(bytes[offset]) { offset += 1 }
      add(start..<offset)
    }
  }

  private mutating func splitAtTabs(_ bytes: Span<UInt8>) {
    let start = offset
    while offset < bytes.count && bytes[offset] != Self.lineFeed { offset += 1 }
    let end = offset > start && bytes[offset - 1] == Self.carriageReturn ? offset - 1 : offset
    guard (start..<end).contains(where: { !Self.isSpace(bytes[$0]) }) else { return }
    var first = start
    for index in start..<end where bytes[index] == Self.tab {
      add(first..<index)
      first = index + 1
    }
    add(first..<end)
  }

  private mutating func add(_ place: Range<Int>) {
    if count < Self.most { places[count] = place }
    count += 1
  }

  static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Tab, line feed, vertical tab, form feed, carriage return and blank.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || (byte >= 0x09 && byte <= 0x0D))
  }
}

extension FieldScanner {
  /// Takes tabs alone as separators if the first line is a header as BEIR's files have it, and passes over that.
  ///
  /// A header is three names parted by tabs, the first with a letter in it, the last no number.
  mutating func takeHeader(_ bytes: Span<UInt8>) {
    var header = self
    header.separator = .tab
    guard header.next(in: bytes), header.count == 3, decimal(header.field(2, in: bytes)) == nil else { return }
    let first = header.field(0, in: bytes)
    guard first.indices.contains(where: { Self.isLetter(first[$0]) }) else { return }
    self = header
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
