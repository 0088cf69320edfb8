/// Names of topics or documents, each once, by number in the order of their coming.
///
/// Names are bytes: two are the same when their bytes are, whatever Unicode says of them.
///
///     bytes  n1n2n10      ends  2 4 7      hashes  three      slots  a hash table of numbers, -1 where there is none
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  private var slots = [Int32](repeating: -1, count: 64)

  /// How many there are.
  var count: Int { ends.count }

  /// The bytes of a name.
  subscript(number: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { bytes.span.extracting(place(of: number)) }
  }

  /// A name as a string.
  func name(_ number: Int) -> String { decode(self[number]) }

  /// The number of `name`, which is given one if it hasn't.
  ///
  /// - Complexity: O(length), once the table has grown.
  mutating func number(of name: Span<UInt8>) -> Int {
    let hash = Self.hash(name)
    let slot = slot(of: name, hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(ends.count)
    hashes.append(hash)
    for index in name.indices { bytes.append(name[index]) }
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of `name`, if it has one.
  func find(_ name: Span<UInt8>) -> Int? {
    let number = slots[slot(of: name, Self.hash(name))]
    return number < 0 ? nil : Int(number)
  }

  /// Whether a name comes before another in the order of their bytes.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (place(of: left), place(of: right))
    for (one, other) in zip(left, right) where bytes[one] != bytes[other] { return bytes[one] < bytes[other] }
    return left.count < right.count
  }

  private func place(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Where `name` stands in the hash table, or should.
  private func slot(of name: Span<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 && !isEqual(Int(slots[slot]), name, hash) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isEqual(_ number: Int, _ name: Span<UInt8>, _ hash: UInt32) -> Bool {
    guard hashes[number] == hash else { return false }
    let place = place(of: number)
    guard place.count == name.count else { return false }
    for index in name.indices where bytes[place.lowerBound + index] != name[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, folded to 32 bits.
  private static func hash(_ name: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
