/// The greatest `limit` of the keys offered: a heap while few are wanted, a buffer that is cut back now and then when many are.
///
/// A key is a document's score and, in the lower half, the complement of its identifier's rank, so that one comparison of
/// integers orders by score and, where scores are equal, by identifier. Scores are never negative.
package struct TopKeys {
  private static let mostInHeap = 200
  /// How many keys are wanted.
  package let limit: Int
  private var keys: [UInt64] = []
  /// The least of the greatest once there are `limit` of them, else 0; a key below it is of no use.
  package private(set) var threshold: UInt64 = 0

  /// Nothing yet, of at most `limit` keys.
  package init(limit: Int) {
    self.limit = limit
  }

  /// The key of a score and the rank of an identifier.
  package static func key(score: Float, rank: UInt32) -> UInt64 { UInt64(score.bitPattern) << 32 | UInt64(~rank) }

  /// The score in a key.
  package static func score(of key: UInt64) -> Float { Float(bitPattern: UInt32(key >> 32)) }

  /// The rank in a key.
  package static func rank(of key: UInt64) -> UInt32 { ~UInt32(truncatingIfNeeded: key) }

  /// The score below which nothing is of use any more.
  package var score: Float { Self.score(of: threshold) }

  /// Takes a key if it is among the greatest.
  ///
  /// - Complexity: O(log `limit`) for small limits, else O(1) amortised.
  package mutating func offer(_ key: UInt64) {
    if limit > Self.mostInHeap { return append(key) }
    if keys.count < limit {
      keys.append(key)
      siftUp()
      if keys.count == limit { threshold = keys.first ?? 0 }
    } else if key > threshold, limit > 0 {
      keys[0] = key
      siftDown()
      threshold = keys[0]
    }
  }

  private mutating func append(_ key: UInt64) {
    guard key > threshold else { return }
    keys.append(key)
    if keys.count == limit || keys.count - limit >= limit { cut() }
  }

  /// Keeps the greatest `limit` keys.
  private mutating func cut() {
    unsafe keys.withUnsafeMutableBufferPointer { unsafe Self.partition($0, greatest: limit) }
    keys.removeLast(keys.count - limit)
    threshold = keys[limit - 1]
  }

  /// All that are left, the greatest first.
  package mutating func sorted() -> [UInt64] {
    if keys.count > limit { cut() }
    if keys.count <= Self.mostInHeap { keys.sort(by: >) } else { Self.sortDescending(&keys) }
    return keys
  }

  /// Sorts many keys by their bytes, the last first, and passes over bytes that all have in common.
  ///
  /// - Complexity: O(n) for each byte that differs.
  private static func sortDescending(_ keys: inout [UInt64]) {
    var other = keys
    let (all, any) = keys.reduce((~0 as UInt64, 0 as UInt64)) { ($0.0 & $1, $0.1 | $1) }
    for shift in stride(from: 0 as UInt64, to: 64, by: 8) where (all ^ any) >> shift & 255 != 0 {
      var starts = [Int](repeating: 0, count: 257)
      for key in keys { starts[256 - Int(key >> shift & 255)] += 1 }
      for index in 1...256 { starts[index] += starts[index - 1] }
      for key in keys {
        let place = 255 - Int(key >> shift & 255)
        other[starts[place]] = key
        starts[place] += 1
      }
      swap(&keys, &other)
    }
  }

  /// Moves the greatest `count` elements to the front, the least of them last (Hoare's selection, median of three).
  ///
  /// - Complexity: O(n) expected.
  static func partition<T: Comparable>(_ elements: UnsafeMutableBufferPointer<T>, greatest count: Int) {
    var (low, high) = (0, elements.count - 1)
    let target = count - 1
    while low < high {
      let middle = (low + high) / 2
      let (a, b, c) = unsafe (elements[low], elements[middle], elements[high])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (i, j) = (low, high)
      while i <= j {
        while unsafe elements[i] > pivot { i += 1 }
        while unsafe elements[j] < pivot { j -= 1 }
        if i <= j {
          unsafe elements.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if target <= j { high = j } else if target >= i { low = i } else { break }
    }
  }

  private mutating func siftUp() {
    var child = keys.count - 1
    while child > 0, keys[child] < keys[(child - 1) / 2] {
      keys.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    let moved = keys[0]
    while 2 * parent + 1 < keys.count {
      var least = 2 * parent + 1
      if least + 1 < keys.count, keys[least + 1] < keys[least] { least += 1 }
      guard keys[least] < moved else { break }
      keys[parent] = keys[least]
      parent = least
    }
    keys[parent] = moved
  }
}
