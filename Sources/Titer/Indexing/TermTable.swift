/// Terms numbered in the order that they first came, in an open-addressing table over one array of their bytes.
package struct TermTable {
  private static let empty = UInt32.max
  private var slots: [UInt32]
  private var hashes: [UInt32] = []
  private var starts: [Int] = [0]
  private var bytes: [UInt8] = []

  /// An empty table that has room for `count` / 2 terms before it grows; `count` is a power of two.
  package init(slots count: Int = 1 << 12) {
    slots = Array(repeating: Self.empty, count: count)
  }

  /// The number of different terms.
  package var count: Int { hashes.count }

  /// The bytes of memory held.
  var memory: Int { 4 * slots.count + 12 * hashes.count + bytes.count }

  /// The bytes of a term.
  package subscript(term: Int) -> ArraySlice<UInt8> { bytes[starts[term]..<starts[term + 1]] }

  /// The number of a term, a new one when it is seen for the first time.
  ///
  /// - Complexity: O(length of the term) expected.
  package mutating func number(of term: ArraySlice<UInt8>) -> Int {
    let hash = Self.hash(term)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.empty {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, self[candidate] == term { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(term, hash: hash, slot: slot)
  }

  private mutating func insert(_ term: ArraySlice<UInt8>, hash: UInt32, slot: Int) -> Int {
    let number = count
    slots[slot] = UInt32(number)
    hashes.append(hash)
    bytes.append(contentsOf: term)
    starts.append(bytes.count)
    if 2 * count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: Self.empty, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// FNV-1a with a final mix, so that the low bits depend on all (Fowler, Noll and Vo, RFC 9923; Murmur3's finaliser).
  private static func hash(_ term: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in term { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 16
    hash = hash &* 0x85EB_CA6B
    return hash ^ (hash >> 13)
  }
}
