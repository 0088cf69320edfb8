/// The identifiers of documents that are being gathered: by document, and the last document of each.
struct IdentifierTable {
  private static let empty = UInt32.max
  private var slots = [UInt32](repeating: Self.empty, count: 1 << 8)
  private var hashes: [UInt32] = []
  /// Where each identifier begins in `bytes`, and behind the last its end.
  private(set) var starts: [UInt32] = [0]
  /// The identifiers, end to end.
  private(set) var bytes: [UInt8] = []
  private var distinct = 0

  /// The number of documents.
  var count: Int { hashes.count }

  /// The bytes of memory held at most, with room for arrays that grow.
  var memoryBound: Int { 4 * slots.count + 16 * count + 2 * bytes.count }

  /// The last document of an identifier, or `nil`.
  ///
  /// - Complexity: O(length of the identifier) expected.
  func document(of id: Span<UInt8>) -> Int? {
    let document = slots[slot(of: id, Self.hash(id))]
    return document == Self.empty ? nil : Int(document)
  }

  /// Appends the identifier of the next document.
  mutating func append(_ id: Span<UInt8>) {
    let hash = Self.hash(id)
    let slot = slot(of: id, hash)
    if slots[slot] == Self.empty { distinct += 1 }
    slots[slot] = UInt32(count)
    hashes.append(hash)
    unsafe id.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    starts.append(UInt32(bytes.count))
    if 2 * distinct > slots.count { grow() }
  }

  private static func hash(_ id: Span<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: ByteHash.hash(id)) }

  /// Where an identifier is, or would be.
  private func slot(of id: Span<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.empty, !holds(id, hash, Int(slots[slot])) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func holds(_ id: Span<UInt8>, _ hash: UInt32, _ document: Int) -> Bool {
    let start = Int(starts[document])
    return hashes[document] == hash && Int(starts[document + 1]) - start == id.count
      && ByteHash.matches(id, bytes, at: start)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: 2 * old.count)
    for document in old where document != Self.empty {
      var slot = Int(hashes[Int(document)]) & (slots.count - 1)
      while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = document
    }
  }
}
