/// Remembers roughly which hashes came before: a few are taken for others.
package struct SeenHashes {
  /// A bit for each of as many hashes as there are bits; one that is set came before.
  private var bits: [UInt64]
  private var count = 0

  /// None, in `memory` bytes or less.
  package init(memory: Int) {
    bits = [UInt64](repeating: 0, count: (memory / 8).powerOfTwo)
  }

  /// Adds a hash; returns whether it, or one that is taken for it, came before.
  package mutating func insert(_ hash: UInt32) -> Bool {
    // With every fourth bit set, too many are taken for others.
    if count > 16 * bits.count { self = SeenHashes(memory: 8 * bits.count) }
    let place = Int(hash >> 6) & (bits.count - 1)
    let bit: UInt64 = 1 << UInt64(hash & 63)
    guard bits[place] & bit == 0 else { return true }
    bits[place] |= bit
    count += 1
    return false
  }
}

extension Int {
  /// The greatest power of two up to it, which is positive.
  var powerOfTwo: Int { 1 << (bitWidth - 1 - leadingZeroBitCount) }
}
