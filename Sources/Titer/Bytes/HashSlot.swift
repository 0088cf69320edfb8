internal import CLanes

/// A slot of an open-addressing hash table, whose size is a power of two, and which an item takes at the first free place from its
/// hash on.
protocol HashSlot {
  /// A free slot.
  init()
  /// The hash of what is in it.
  var hash: UInt32 { get }
  /// Whether it is free.
  var isFree: Bool { get }
}

extension Array where Element: HashSlot {
  /// The slot of the item of a hash that `isWanted`, or the free one where it belongs; a table always has a free one.
  ///
  /// - Complexity: O(1) expected.
  @inline(__always)
  func place(ofHash hash: UInt32, where isWanted: (Element) -> Bool) -> Int {
    let mask = count - 1
    var index = Int(hash) & mask
    while true {
      let slot = self[index]
      if slot.isFree || isWanted(slot) { return index }
      index = (index + 1) & mask
    }
  }

  /// Begins to fetch the slots where items of `hashes` belong.
  ///
  /// Looking items up in bunches hides most of the wait for memory that a single look-up is.
  func prefetch(_ hashes: Span<UInt32>) {
    unsafe withUnsafeBufferPointer { slots in
      guard let start = slots.baseAddress else { return }
      for index in hashes.indices { unsafe lanes_prefetch(start + Int(hashes[index]) & (slots.count - 1)) }
    }
  }

  /// The table with twice the slots.
  ///
  /// - Complexity: O(slots).
  var doubled: [Element] {
    var doubled = [Element](repeating: Element(), count: 2 * count)
    for slot in self where !slot.isFree { doubled[doubled.place(ofHash: slot.hash) { _ in false }] = slot }
    return doubled
  }
}
