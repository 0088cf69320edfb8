/// Small numbers and stretches of bytes, taken one after another from the front of an input.
struct ByteFeed {
  private var rest: ArraySlice<UInt8>

  /// All of an input.
  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// Whether nothing is left.
  var isEmpty: Bool { rest.isEmpty }

  /// The next byte; 0 at the end.
  mutating func byte() -> Int { rest.popFirst().map(Int.init) ?? 0 }

  /// The next two bytes, the lower first.
  mutating func pair() -> Int { byte() | byte() << 8 }

  /// At most so many of the next bytes.
  mutating func bytes(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return [UInt8](rest.prefix(count))
  }

  /// All that is left.
  mutating func others() -> [UInt8] { bytes(rest.count) }
}
