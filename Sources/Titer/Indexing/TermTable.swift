/// Terms numbered in the order that they first came, in an open-addressing table over one array of their bytes.
package struct TermTable: Sendable {
  private static let empty = UInt32.max
  private var slots: [UInt32]
  private var hashes: [UInt32] = []
  /// Where each term begins in `bytes`, and behind the last its end.
  private(set) var starts: [UInt32] = [0]
  /// The terms' bytes, end to end.
  private(set) var bytes: [UInt8] = []

  /// An empty table that has room for `count` / 2 terms before it grows; `count` is a power of two.
  package init(slots count: Int = 1 << 8) {
    slots = Array(repeating: Self.empty, count: count)
  }

  /// The number of different terms.
  package var count: Int { hashes.count }

  /// The bytes of memory held.
  var memory: Int { 4 * slots.count + 8 * hashes.count + bytes.count }

  /// The bytes of memory held at most, with room for arrays that grow, the same for the same terms in any order.
  var memoryBound: Int { 4 * slots.count + 16 * hashes.count + 2 * bytes.count }

  /// The bytes of a term.
  package subscript(term: Int) -> ArraySlice<UInt8> { bytes[Int(starts[term])..<Int(starts[term + 1])] }

  /// The number of a term, a new one when it is seen for the first time.
  ///
  /// - Complexity: O(length of the term) expected.
  package mutating func number(of term: ArraySlice<UInt8>) -> Int {
    let hash = UInt32(truncatingIfNeeded: ByteHash.hash(term.span))
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.empty {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, holds(term.span, candidate) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(term, hash: hash, slot: slot)
  }

  private func holds(_ term: Span<UInt8>, _ candidate: Int) -> Bool {
    let start = Int(starts[candidate])
    return Int(starts[candidate + 1]) - start == term.count && ByteHash.matches(term, bytes, at: start)
  }

  private mutating func insert(_ term: ArraySlice<UInt8>, hash: UInt32, slot: Int) -> Int {
    let number = count
    slots[slot] = UInt32(number)
    hashes.append(hash)
    bytes.append(contentsOf: term)
    starts.append(UInt32(bytes.count))
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
}
