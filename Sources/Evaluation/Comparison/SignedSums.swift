/// The sums of some numbers under any choice of their signs.
///
/// The numbers are taken by eights. For each eight a table has the sum under each choice of its signs, so that a
/// sum of all takes a look into a table per eight numbers. Sums are added in one order, and are the same bit for bit wherever
/// they are computed; the sum under all signs changed is the negative of that under none, exactly.
struct SignedSums {
  /// 64-bit words of signs that a choice has.
  let words: Int
  private let tables: [[Double]]

  /// The sums of `values`.
  init(_ values: [Double]) {
    words = (values.count + 63) / 64
    tables = stride(from: 0, to: values.count, by: 8).map { start in
      let eight = values[start..<min(start + 8, values.count)]
      return (0..<256).map { signs in
        eight.enumerated().reduce(0) { $0 + (signs >> $1.offset & 1 == 0 ? $1.element : -$1.element) }
      }
    }
  }

  /// The sum where the number at `i` changes its sign if bit `i` mod 64 of the word at `i` / 64 is set.
  ///
  /// `word` is asked for each word once, in order.
  @inline(__always)
  func sum(_ word: () -> UInt64) -> Double {
    var (sum, signs) = (0.0, UInt64(0))
    for index in tables.indices {
      if index & 7 == 0 { signs = word() }
      sum += tables[index][Int(signs & 0xFF)]
      signs >>= 8
    }
    return sum
  }
}
