/// Walks a text from white space to white space.
struct NameCursor {
  /// What stands between two spaces, without the punctuation around it.
  private struct Stretch {
    var known: NameTable.Stretch
    var range: Range<Int>
    var context: NameParser.Context
    /// Whether punctuation stands before or behind it.
    var isOpenBefore: Bool
    var isOpenBehind: Bool
  }

  /// Some tokens of the table, and where they belong.
  struct Run {
    /// Their places in the table.
    var tokens: Range<Int>
    /// The position that theirs are counted from.
    var position: Int
    /// The byte that their sources are counted from.
    var start: Int
  }

  private var bunch = StretchBunch()
  private(set) var position = 0
  private let context: NameParser.Context
  private var pending: Stretch?

  /// A cursor before the beginning of `text`.
  init(_ text: Span<UInt8>, _ table: inout NameTable) {
    context = NameParser.Context(of: text)
    pending = nextStretch(in: text, [], &table)
  }

  /// The tokens of the next stretch; `nil` at the end.
  @inline(__always)
  mutating func next(in text: Span<UInt8>, _ table: inout NameTable) -> Run? {
    guard var current = pending else { return nil }
    if table.isFull {
      table.removeAll()
      current.known = table.stretch(text.extracting(current.range), current.context)
    }
    let expectsNumeral = current.isOpenBehind && current.known.edges.contains(.expectsNumeral)
    pending = nextStretch(in: text, expectsNumeral ? .counted : [], &table)
    var tokens = current.known.tokens
    if let next = pending, current.isOpenBehind, next.isOpenBefore, current.known.edges.meet(next.known.edges) {
      let both = text.extracting(current.range.lowerBound..<next.range.upperBound)
      tokens = table.stretch(both, current.context.union(.pair), atoms: current.known.atoms).tokens
    }
    defer { position += current.known.atoms }
    return Run(tokens: tokens, position: position, start: current.range.lowerBound)
  }

  /// Reads the next stretch, `extra` being what the one before makes of it.
  @inline(__always)
  private mutating func nextStretch(
    in text: Span<UInt8>, _ extra: NameParser.Context, _ table: inout NameTable
  ) -> Stretch? {
    if bunch.isRead {
      bunch.fill(from: text, context)
      table.prefetch(bunch.hashes.span.extracting(first: bunch.count))
    }
    guard let (range, isOpenBefore, isOpenBehind, hash) = bunch.next() else { return nil }
    let bytes = text.extracting(range)
    let context = isOpenBefore ? context.union(extra) : context
    let known =
      context == self.context ? table.stretch(bytes, context, hash: hash) : table.stretch(bytes, context)
    return Stretch(
      known: known, range: range, context: context, isOpenBefore: isOpenBefore, isOpenBehind: isOpenBehind)
  }
}

/// Some consecutive stretches of a text between white space, and their hashes.
private struct StretchBunch {
  private static let capacity = 32
  private(set) var count = 0
  private(set) var hashes = InlineArray<32, UInt32>(repeating: 0)
  private var starts = InlineArray<32, Int>(repeating: 0)
  private var ends = InlineArray<32, Int>(repeating: 0)
  // Whether something was trimmed off: bit 0 before, bit 1 behind.
  private var trimmed = InlineArray<32, UInt8>(repeating: 0)
  private var index = 0
  private var place = 0

  /// Whether all were taken.
  var isRead: Bool { index == count }

  /// Takes the next.
  @inline(__always)
  mutating func next() -> (range: Range<Int>, isOpenBefore: Bool, isOpenBehind: Bool, hash: UInt32)? {
    guard index < count else { return nil }
    defer { index += 1 }
    return (starts[index]..<ends[index], trimmed[index] & 1 == 0, trimmed[index] & 2 == 0, hashes[index])
  }

  /// Replaces them by the next ones of `text`.
  mutating func fill(from text: Span<UInt8>, _ context: NameParser.Context) {
    (index, count) = (0, 0)
    while count < Self.capacity {
      while place < text.count, case let length = text.spaceLength(at: place), length > 0 { place += length }
      let start = place
      while place < text.count, text.spaceLength(at: place) == 0 { place += 1 }
      guard start < place else { return }
      let range = text.trimmed(start..<place)
      hashes[count] = NameTable.hash(text.extracting(range), context)
      (starts[count], ends[count]) = (range.lowerBound, range.upperBound)
      trimmed[count] = (range.lowerBound > start ? 1 : 0) | (range.upperBound < place ? 2 : 0)
      count += 1
    }
  }
}

extension Span<UInt8> {
  /// How many bytes a white space at a place has; 0 where there is none.
  @inline(__always)
  fileprivate func spaceLength(at place: Int) -> Int {
    let byte = unsafe self[unchecked: place]
    if byte < 0x80 { return byte == 0x20 || byte &- 9 < 5 ? 1 : 0 }
    return byte < 0xC2 || byte > 0xE3 ? 0 : wideSpaceLength(at: place)
  }

  private func wideSpaceLength(at place: Int) -> Int {
    let scalar = scalar(at: place)
    return NameCharacter.isWideSpace(scalar.value) ? scalar.length : 0
  }

  /// A stretch without punctuation that says nothing about it: brackets around it or of which it has one, points at its end.
  @inline(__always)
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let first = self[start]
    let isPlain = first | 0x20 &- 0x61 < 26 && self[end - 1] | 0x20 &- 0x61 < 26
    if isPlain { return range }
    while end > start + 1, self[end - 1].isPoint { end -= 1 }
    let last = self[end - 1]
    if last.closes || first.opens {
      let brackets = (start..<end).count { self[$0].opens || self[$0].closes }
      let isPair = brackets == 2 && first.opens && last.closes
      if last.closes, brackets == 1 || isPair { end -= 1 }
      if first.opens, brackets == 1 || isPair { start += 1 }
      while end > start + 1, self[end - 1].isPoint { end -= 1 }
    }
    return start < end ? start..<end : range
  }
}

extension UInt8 {
  fileprivate var opens: Bool { self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "{") }
  fileprivate var closes: Bool { self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}") }
  fileprivate var isPoint: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): true
    default: false
    }
  }
}
