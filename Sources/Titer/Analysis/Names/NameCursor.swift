/// Walks a text from white space to white space.
struct NameCursor {
  /// A stretch, and what is known of it.
  private struct Stretch {
    var place: TrimmedStretch
    var known: NameTable.Stretch
    var context: NameParser.Context
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
      current.known = table.stretch(text.extracting(current.place.range), current.context)
    }
    let edges = current.place.isOpenBehind ? current.known.edges : []
    pending = nextStretch(in: text, .expecting(edges.numerals), &table)
    let start = current.place.range.lowerBound
    var tokens = current.known.tokens
    if let next = pending, next.place.isOpenBefore, edges.meet(next.known.edges) {
      let both = text.extracting(start..<next.place.range.upperBound)
      tokens = table.stretch(both, current.context.union(.pair), atoms: current.known.atoms).tokens
    }
    defer { position += current.known.atoms }
    return Run(tokens: tokens, position: position, start: start)
  }

  /// Reads the next stretch, `extra` being what the one before makes of it.
  @inline(__always)
  private mutating func nextStretch(
    in text: Span<UInt8>, _ extra: NameParser.Context, _ table: inout NameTable
  ) -> Stretch? {
    if bunch.isRead {
      bunch.fill(from: text, context)
      table.prefetch(bunch.hashes.span)
    }
    guard let (place, hash) = bunch.next() else { return nil }
    let bytes = text.extracting(place.range)
    let context = place.isOpenBefore ? context.union(extra) : context
    let known =
      context == self.context ? table.stretch(bytes, context, hash: hash) : table.stretch(bytes, context)
    return Stretch(place: place, known: known, context: context)
  }
}

/// What stands between two spaces, without the punctuation around it.
private struct TrimmedStretch {
  var range: Range<Int>
  /// Whether no punctuation stands before it.
  var isOpenBefore: Bool
  /// Whether none stands behind it.
  var isOpenBehind: Bool
}

/// Some consecutive stretches of a text between white space, and their hashes.
private struct StretchBunch {
  private static let capacity = 32
  // In arrays, since an element of an `InlineArray` is read out of a copy of all of it (Swift 6.2).
  private(set) var hashes: [UInt32] = []
  private var stretches: [TrimmedStretch] = []
  private var index = 0
  private var place = 0

  init() {
    hashes.reserveCapacity(Self.capacity)
    stretches.reserveCapacity(Self.capacity)
  }

  /// Whether all were taken.
  var isRead: Bool { index == stretches.count }

  /// Takes the next.
  @inline(__always)
  mutating func next() -> (stretch: TrimmedStretch, hash: UInt32)? {
    guard index < stretches.count else { return nil }
    defer { index += 1 }
    return (stretches[index], hashes[index])
  }

  /// Replaces them by the next ones of `text`.
  mutating func fill(from text: Span<UInt8>, _ context: NameParser.Context) {
    index = 0
    hashes.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    while stretches.count < Self.capacity {
      while place < text.count, case let length = text.spaceLength(at: place), length > 0 { place += length }
      let start = place
      place = text.stretchEnd(from: start)
      guard start < place else { return }
      let range = text.trimmed(start..<place)
      hashes.append(NameTable.hash(text.extracting(range), context))
      stretches.append(
        TrimmedStretch(
          range: range, isOpenBefore: range.lowerBound == start, isOpenBehind: range.upperBound == place))
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

  /// The place of the next white space.
  @inline(__always)
  fileprivate func stretchEnd(from start: Int) -> Int {
    var end = ByteRun.visibleEnd(in: self, from: start)
    while end < count, spaceLength(at: end) == 0 { end = ByteRun.visibleEnd(in: self, from: end + 1) }
    return end
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
