/// The names of elements and attributes that one format's reader knows.
protocol XMLName: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
  /// The elements that a parser leaves out with all that they hold.
  static var unread: Set<Self> { get }
}

/// The names of a format as small numbers: a name's place in `names`, counted from 1.
struct XMLVocabulary: Sendable {
  let names: [String]
  /// Whether the element of each name is left out with all that it holds; place 0 stands for unknown names.
  let isUnread: [Bool]

  init<Name: XMLName>(_ type: Name.Type) {
    names = Name.allCases.map(\.rawValue)
    isUnread = [false] + Name.allCases.map(Name.unread.contains)
  }
}

/// Numbers by the address of a name that a dictionary holds once.
///
/// A table at most half full, probed linearly; a lookup costs about 2 ns where a `Dictionary` costs 20.
struct XMLNameTable {
  private var keys: [UInt]
  private var numbers: [UInt16]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt](repeating: 0, count: size)
    numbers = [UInt16](repeating: 0, count: size)
  }

  mutating func insert(_ key: UInt, number: UInt16) {
    let slot = slot(of: key)
    keys[slot] = key
    numbers[slot] = number
  }

  /// The number of `key`; 0 when it has none.
  subscript(key: UInt) -> UInt16 {
    numbers[slot(of: key)]
  }

  private func slot(of key: UInt) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
