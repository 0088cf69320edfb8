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
  /// The table with twice the slots.
  ///
  /// - Complexity: O(slots).
  var doubled: [Element] {
    var doubled = [Element](repeating: Element(), count: 2 * count)
    for slot in self where !slot.isFree {
      var index = Int(slot.hash) & (doubled.count - 1)
      while !doubled[index].isFree { index = (index + 1) & (doubled.count - 1) }
      doubled[index] = slot
    }
    return doubled
  }
}
