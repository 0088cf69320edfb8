import Dispatch
import Glibc

/// Recursive graph bisection: halves the documents, exchanges some so that each term keeps to one half, and so on within
/// the halves.
///
/// A term in l of a half's n documents costs about l · log2(n / (l + 1)) bits of gaps there; documents move to the half
/// in which their terms cost less, as many in one direction as in the other. The method is that of Dhulipala and others
/// (Compressing Graphs and Indexes with Recursive Graph Bisection, KDD 2016), made faster after Mackenzie and others
/// (Faster Index Reordering with Bipartite Graph Partitioning, SIGIR 2021; Tradeoff Options for Bipartite Graph
/// Partitioning, TKDE 2022): the gains of a term are computed once for all documents, and who moves is found by selection
/// instead of sorting.
///
/// What is done differently here:
/// - each part's postings are copied together with the terms renumbered from 0 and those in one document only left out,
///   so that a part is read from end to end and its tables are small;
/// - half of a part's documents may move at a time, a different half each time: when all move at once, many go to and fro;
/// - parts are divided at whole blocks, so that what was brought together is not cut by a block's end;
/// - gains are whole numbers, 1/1024 bit each, so that no order of addition changes them.
final class Bisection: Sendable {
  /// One level's documents; the level below is written to another and that below it to the first again.
  struct Lists: Sendable {
    /// The documents, part after part.
    let documents: SharedArray<UInt32>
    /// The number of terms of each.
    let lengths: SharedArray<UInt32>
    /// The terms of all, numbered within their part.
    let terms: SharedArray<UInt16>

    init(documents count: Int, postings: Int) {
      documents = SharedArray(repeating: 0, count: count)
      lengths = SharedArray(repeating: 0, count: count)
      // One more, for the writer of lists that writes before it knows whether to keep.
      terms = SharedArray(repeating: 0, count: postings + 1)
    }

    func free() {
      documents.free()
      lengths.free()
      terms.free()
    }
  }

  /// Documents that stay together from here on.
  struct Part: Sendable {
    /// Their positions.
    var documents: Range<Int>
    /// Where their terms begin.
    var postings: Int
    /// The number of different terms.
    var terms: Int
    /// How often they were divided.
    var depth: Int
  }

  /// The gains' unit: a bit is this many.
  static let bit = 1024.0

  let settings: DocumentOrder.Settings
  let levels: [Lists]
  /// By position: on which side of its part a document is, 0 left and 1 right.
  let sides: SharedArray<UInt8>
  /// By position: how much a document leans to the right.
  let leanings: SharedArray<Int32>
  /// What the x-th document of a term in a half saves of its gaps, log2(n) left out: x·log2(x + 1) − (x − 1)·log2(x).
  ///
  /// At most about log2(x) + 1.5 bits, so that differences of two fit in 16 bits for as many documents as memory holds.
  let savings: SharedArray<Int32>
  private let root: Part

  init(_ forward: ForwardIndex, termCount: Int, settings: DocumentOrder.Settings) {
    precondition(settings.blockSize > 0, "a block holds at least one document")
    let counted = CountedTerms(forward, termCount: termCount, settings: settings)
    self.settings = settings
    levels = (0..<2).map { _ in Lists(documents: forward.documents, postings: counted.postings) }
    counted.fill(levels[0], from: forward)
    sides = SharedArray(repeating: 0, count: forward.documents)
    leanings = SharedArray(repeating: 0, count: forward.documents)
    savings = SharedArray(repeating: 0, count: counted.largestFrequency + 2)
    for count in 1..<savings.count {
      let x = Double(count)
      savings[count] = Int32((x * log2(x + 1) - (x - 1) * log2(x)) * Self.bit)
    }
    root = Part(documents: 0..<forward.documents, postings: 0, terms: counted.terms, depth: 0)
  }

  deinit {
    for level in levels { level.free() }
    sides.free()
    leanings.free()
    savings.free()
  }

  /// The order; to be called once.
  func order(threads: Int) -> [UInt32] {
    let order = SharedArray<UInt32>(repeating: 0, count: sides.count)
    defer { order.free() }
    let forks = Int.bitWidth - 1 - max(threads, 1).leadingZeroBitCount
    divide(root, forks: forks, into: order, BisectionTables(terms: root.terms))
    return (0..<order.count).map { order[$0] }
  }

  /// Orders a part; the parts of the first `forks` divisions are ordered at the same time as their other half.
  private func divide(_ part: Part, forks: Int, into order: SharedArray<UInt32>, _ tables: BisectionTables) {
    guard part.documents.count > settings.blockSize else {
      let documents = levels[part.depth & 1].documents
      for position in part.documents { order[position] = documents[position] }
      return
    }
    let middle = middle(of: part)
    exchange(part, middle, tables)
    let (left, right) = separate(part, middle, tables)
    guard part.depth < forks else {
      divide(left, forks: forks, into: order, tables)
      divide(right, forks: forks, into: order, tables)
      return
    }
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let part = half == 0 ? left : right
      divide(part, forks: forks, into: order, half == 0 ? tables : BisectionTables(terms: part.terms))
    }
  }

  /// Where a part is divided: at a whole number of blocks, half of them or one less than the rest.
  private func middle(of part: Part) -> Int {
    let blocks = (part.documents.count + settings.blockSize - 1) / settings.blockSize
    return part.documents.lowerBound + blocks / 2 * settings.blockSize
  }
}

/// What is kept of each term while a part is divided, and used again for the next.
final class BisectionTables: Sendable {
  /// The documents that hold the term, left and right.
  let left, right: SharedArray<Int32>
  /// What a move to the right saves, of a document on the left and, negated, to the left of one on the right.
  let leftLeanings, rightLeanings: SharedArray<Int16>
  /// The term's numbers within the halves.
  let leftNumbers, rightNumbers: SharedArray<UInt16>
  /// For ``Bisection/pivot(_:rank:_:)``.
  let histogram: SharedArray<UInt32>

  init(terms: Int) {
    left = SharedArray(repeating: 0, count: terms)
    right = SharedArray(repeating: 0, count: terms)
    leftLeanings = SharedArray(repeating: 0, count: terms)
    rightLeanings = SharedArray(repeating: 0, count: terms)
    leftNumbers = SharedArray(repeating: 0, count: terms)
    rightNumbers = SharedArray(repeating: 0, count: terms)
    histogram = SharedArray(repeating: 0, count: 1 << Bisection.largestDigit)
  }

  deinit {
    left.free()
    right.free()
    leftLeanings.free()
    rightLeanings.free()
    leftNumbers.free()
    rightNumbers.free()
    histogram.free()
  }
}
