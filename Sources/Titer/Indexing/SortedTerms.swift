/// The terms of a segment in order, whose lists are yet to be made of the occurrences.
struct SortedTerms {
  private let terms: TermTable
  private let occurrences: OrderedOccurrences
  private let plan: MemoryPlan
  /// The terms in order.
  private let order: [UInt32]
  /// By term, its place in that order.
  private let ranks: [UInt32]
  /// By rank, the number of occurrences.
  private let frequencies: [UInt32]

  /// The terms that occur in the documents of `occurrences`.
  ///
  /// - Complexity: O(occurrences + terms · log(terms)).
  init(_ terms: TermTable, _ occurrences: OrderedOccurrences, _ plan: MemoryPlan) {
    self.terms = terms
    self.occurrences = occurrences
    self.plan = plan
    let counts = occurrences.frequencies(terms: terms.count, threads: plan.threads)
    let used = (0..<UInt32(terms.count)).lazy.filter { counts[Int($0)] > 0 }
    order = ByteOrder.sorted(used, bytes: terms.bytes, starts: terms.starts)
    var ranks = [UInt32](repeating: .max, count: terms.count)
    for (rank, term) in order.enumerated() { ranks[Int(term)] = UInt32(rank) }
    self.ranks = ranks
    frequencies = order.map { counts[Int($0)] }
  }

  /// Writes the sections of terms, postings and positions.
  ///
  /// - Throws: ``IndexError`` when the file can't be written.
  func write(to file: inout SegmentFileWriter) throws(IndexError) {
    let lengths = occurrences.lengths
    let tokens = lengths.reduce(0) { $0 + Int($1) }
    var sections = TermSections(averageLength: Double(tokens) / Double(max(lengths.count, 1)))
    let writer = PostingsWriter(lengths: lengths, averageLength: sections.averageLength)
    let ranges = ranges()
    try file.append(.positions) { (stream) throws(IndexError) in
      for first in stride(from: 0, to: ranges.count, by: plan.threads) {
        let next = ranges[first..<min(first + plan.threads, ranges.count)]
        let lists = Parallel.map(next.count, threads: plan.threads) { encode(next[first + $0], writer) }
        for (range, lists) in zip(next, lists) {
          try sections.append(lists, positionsTo: &stream) { terms[Int(order[range.lowerBound + $0])] }
        }
      }
    }
    try sections.write(to: &file)
  }

  /// Consecutive ranks whose occurrences can be sorted at a time.
  private func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for (rank, frequency) in frequencies.enumerated() {
      if sum + Int(frequency) > plan.sortedOccurrences, rank > start {
        ranges.append(start..<rank)
        (start, sum) = (rank, 0)
      }
      sum += Int(frequency)
    }
    if start < order.count { ranges.append(start..<order.count) }
    return ranges
  }

  /// The lists of the terms of some ranks.
  private func encode(_ wanted: Range<Int>, _ prototype: PostingsWriter) -> EncodedTerms {
    var starts = [0]
    for rank in wanted { starts.append(starts[starts.count - 1] + Int(frequencies[rank])) }
    let sorted = occurrences.sorted(wanted, ranks, starts: starts)
    defer { sorted.free() }
    var writer = prototype
    var term = TermOccurrences()
    for index in 0..<wanted.count {
      OrderedOccurrences.collect(sorted, starts[index]..<starts[index + 1], into: &term)
      let name = terms[Int(order[wanted.lowerBound + index])]
      if RankedTerm.isRanked(name) { term.positions.removeAll(keepingCapacity: true) }
      writer.append(term)
    }
    return writer.encoded
  }
}
