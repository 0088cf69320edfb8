extension Bisection {
  /// The leaning that parts the documents of the left from those of the right.
  struct Pivot {
    /// It.
    var leaning: Int32
    /// How many of those that lean just so belong to the left; the first of them.
    var equalBefore: Int
  }

  /// The most bits of a leaning that are looked at in one pass: a histogram of 8 KiB.
  static let largestDigit = 11

  /// The pivot with `rank` leanings of a range before it, 0 ≤ `rank` < their number.
  ///
  /// A histogram of the range's width shows which of its cells holds the pivot; that cell is looked at more closely, and
  /// so on.
  ///
  /// - Complexity: O(range), 3 passes at most for 32 bits, or 4 in a short range.
  func pivot(_ range: Range<Int>, rank: Int, _ tables: BisectionTables) -> Pivot {
    let digit = range.count < 4096 ? 8 : Self.largestDigit
    var (low, high) = extremes(range)
    var rank = rank
    while true {
      let width = Int.bitWidth - (high - low).leadingZeroBitCount
      let shift = max(0, width - digit)
      countCells(range, low...high, shift, tables.histogram, cells: 1 << digit)
      var cell = 0
      while rank >= Int(tables.histogram[cell]) {
        rank -= Int(tables.histogram[cell])
        cell += 1
      }
      low += cell << shift
      high = low + 1 << shift - 1
      if shift == 0 { return Pivot(leaning: Int32(low), equalBefore: rank) }
    }
  }

  private func extremes(_ range: Range<Int>) -> (low: Int, high: Int) {
    var low = Int32.max
    var high = Int32.min
    for index in range {
      low = min(low, leanings[index])
      high = max(high, leanings[index])
    }
    return (Int(low), Int(high))
  }

  private func countCells(
    _ range: Range<Int>, _ values: ClosedRange<Int>, _ shift: Int, _ histogram: SharedArray<UInt32>, cells: Int
  ) {
    let leanings = leanings
    histogram.fill(first: cells, with: 0)
    for index in range {
      let leaning = Int(leanings[index])
      if values.contains(leaning) { histogram[(leaning &- values.lowerBound) >> shift] &+= 1 }
    }
  }
}
