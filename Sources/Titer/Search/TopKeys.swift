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
    if keys.count == limit || keys.count - limit >= max(Self.mostInHeap, limit / 2) { cut() }
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

  /// Sorts many keys: by their scores, 11 bits at a time, the last first, and then those of one score.
  ///
  /// - Complexity: O(n), and O(m log m) for each m keys of one score.
  private static func sortDescending(_ keys: inout [UInt64]) {
    let count = keys.count
    unsafe keys.withUnsafeMutableBufferPointer { keys in
      unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { other in
        var (from, to) = unsafe (keys, other)
        for shift in [32, 43, 54] as [UInt64] where unsafe distribute(from, to, by: shift) {
          unsafe swap(&from, &to)
        }
        if unsafe from.baseAddress != keys.baseAddress { _ = unsafe keys.update(from: from) }
      }
      unsafe sortRunsOfOneScore(keys)
    }
  }

  /// Moves keys in the descending order of 11 of their bits, equal ones as they were; returns whether any bits differed.
  private static func distribute(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ target: UnsafeMutableBufferPointer<UInt64>, by shift: UInt64
  ) -> Bool {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2_049) { starts in
      unsafe starts.initialize(repeating: 0)
      for index in 0..<keys.count { unsafe starts[2_048 - Int(keys[index] >> shift & 2_047)] += 1 }
      if unsafe starts[2_048 - Int(keys[0] >> shift & 2_047)] == keys.count { return false }
      for index in 1...2_048 { unsafe starts[index] += starts[index - 1] }
      for index in 0..<keys.count {
        let key = unsafe keys[index]
        let digit = 2_047 - Int(key >> shift & 2_047)
        unsafe (target.baseAddress.unsafelyUnwrapped + Int(starts[digit])).initialize(to: key)
        unsafe starts[digit] += 1
      }
      return true
    }
  }

  private static func sortRunsOfOneScore(_ keys: UnsafeMutableBufferPointer<UInt64>) {
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, unsafe keys[end] >> 32 == keys[start] >> 32 { end += 1 }
      if end - start > 1 { unsafe keys[start..<end].sort(by: >) }
      start = end
    }
  }

  /// Moves the greatest `count` elements to the front, the least of them last (Hoare's selection, median of three).
  ///
  /// - Complexity: O(n) expected.
  static func partition<T: Comparable>(_ elements: UnsafeMutableBufferPointer<T>, greatest count: Int) {
    guard var start = elements.baseAddress else { return }
    var (left, target) = (elements.count, count - 1)
    while left > 1 {
      let (a, b, c) = unsafe (start[0], start[left / 2], start[left - 1])
      let pivot = max(min(a, b), min(max(a, b), c))
      let greater = unsafe moveToFront(start, left) { $0 > pivot }
      if target < greater {
        left = greater
        continue
      }
      let notLess = greater + (unsafe moveToFront(start + greater, left - greater) { $0 >= pivot })
      // The target is one of the pivots, and so are its neighbours up to the first that is less.
      if target < notLess { return }
      unsafe start += notLess
      left -= notLess
      target -= notLess
    }
  }

  /// Moves the elements that are wanted to the front, without a branch that can't be foretold; returns how many there are.
  @inline(__always)
  private static func moveToFront<T>(
    _ elements: UnsafeMutablePointer<T>, _ count: Int, _ isWanted: (T) -> Bool
  ) -> Int {
    var wanted = 0
    for index in 0..<count {
      let element = unsafe elements[index]
      unsafe elements[index] = unsafe elements[wanted]
      unsafe elements[wanted] = element
      wanted += isWanted(element) ? 1 : 0
    }
    return wanted
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
