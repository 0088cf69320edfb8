/// A tag of up to four bytes as a number.
struct TagCode: Hashable, ExpressibleByStringLiteral {
  private let code: UInt32

  init(_ tag: some Sequence<UInt8>) {
    code = tag.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A literal is folded into its number when compiled.
  @inline(__always)
  init(stringLiteral tag: StaticString) {
    var code: UInt32 = 0
    for offset in 0..<tag.utf8CodeUnitCount { code = unsafe code << 8 | UInt32(tag.utf8Start[offset]) }
    self.code = code
  }

  /// The bit of its slot: a set of tags has in one word the bits of all of them.
  var bit: UInt64 { 1 << UInt64(slot) }

  /// One of 64 places, spread by a multiplication with the golden ratio (Knuth, TAOCP 3, 6.4).
  var slot: Int { Int((code &* 0x9E37_79B1) >> 26) }

  /// The tag as text.
  var name: String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }.drop { $0 == 0 }, as: UTF8.self)
  }
}

/// The names of the tags met before, since a file has few and each of them often.
struct TagNames {
  private var names = [(tag: TagCode, name: String)](repeating: ("", ""), count: 64)

  /// The name of `tag`, made when it wasn't the last one met of its slot.
  subscript(tag: TagCode) -> String {
    mutating get {
      if names[tag.slot].tag != tag { names[tag.slot] = (tag, tag.name) }
      return names[tag.slot].name
    }
  }
}
