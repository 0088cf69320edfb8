/// The numbers that documents of several segments get in a new one.
struct DocumentNumbers: Sendable {
  private static let none = UInt32.max
  /// By segment and document, its new number.
  private var numbers: [[UInt32]]
  /// The number of documents that have one.
  let count: Int

  /// The numbers of documents that are given in their new order.
  init(_ sources: [(segment: UInt32, document: UInt32)], _ segments: [Segment]) {
    numbers = segments.map { [UInt32](repeating: Self.none, count: $0.documents) }
    count = sources.count
    for (number, source) in sources.enumerated() {
      numbers[Int(source.segment)][Int(source.document)] = UInt32(number)
    }
  }

  /// The occurrences of a term in the documents that have new numbers, in the order of these.
  ///
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: O(occurrences) where documents keep their order, else O(occurrences · log(occurrences)).
  func occurrences(of term: MergedTerms.Term, in segments: [Segment]) throws(IndexError) -> TermOccurrences {
    var all = TermOccurrences()
    for (index, entry) in term.entries {
      let segment = segments[index]
      let found = try segment.reading { () throws(FormatError) in try TermReader(segment.file).occurrences(entry) }
      append(found, numbers[index], to: &all)
    }
    return all.documents.isAscending ? all : all.sorted
  }

  private func append(_ found: TermOccurrences, _ numbers: [UInt32], to all: inout TermOccurrences) {
    var next = 0
    for (document, counts) in zip(found.documents, found.counts) {
      let end = next + Int(counts.total)
      let number = numbers[Int(document)]
      if number != Self.none {
        all.append(number, counts)
        if !found.positions.isEmpty { all.positions.append(contentsOf: found.positions[next..<end]) }
      }
      next = end
    }
  }
}

extension [UInt32] {
  fileprivate var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}

extension TermOccurrences {
  /// The same occurrences with documents ascending.
  fileprivate var sorted: TermOccurrences {
    var starts = [0]
    for counts in counts { starts.append(starts[starts.count - 1] + Int(counts.total)) }
    let order = documents.enumerated().map { UInt64($1) << 32 | UInt64($0) }.sorted()
    var sorted = TermOccurrences()
    for key in order {
      let index = Int(key & 0xFFFF_FFFF)
      sorted.append(documents[index], counts[index])
      if !positions.isEmpty { sorted.positions.append(contentsOf: positions[starts[index]..<starts[index + 1]]) }
    }
    return sorted
  }
}

extension ForwardIndex {
  /// The terms of the documents that `numbers` names, those only that are frequent enough to count for their order.
  ///
  /// - Returns: the documents' terms, and the number of different ones.
  /// - Throws: ``IndexError`` when a segment is damaged.
  /// - Complexity: O(occurrences), each read twice.
  static func merging(_ segments: [Segment], _ numbers: DocumentNumbers) throws(IndexError) -> (ForwardIndex, Int) {
    let least = DocumentOrder.Settings().minimumFrequency
    var forward = ForwardIndex()
    var counts = [Int](repeating: 0, count: numbers.count)
    _ = try forEachTerm(segments, numbers, least: least) { _, document in counts[document] += 1 }
    forward.starts.reserveCapacity(numbers.count + 1)
    for count in counts { forward.starts.append(forward.starts[forward.starts.count - 1] + count) }
    var next = forward.starts
    forward.terms = [UInt32](repeating: 0, count: forward.starts[numbers.count])
    let terms = try forEachTerm(segments, numbers, least: least) { term, document in
      forward.terms[next[document]] = term
      next[document] += 1
    }
    return (forward, terms)
  }

  private static func forEachTerm(
    _ segments: [Segment], _ numbers: DocumentNumbers, least: Int, _ body: (_ term: UInt32, _ document: Int) -> Void
  ) throws(IndexError) -> Int {
    var terms = try MergedTerms(segments)
    var count: UInt32 = 0
    while let term = try terms.next() {
      guard term.documentFrequency >= least, TermForm.isWord(term.bytes) else { continue }
      for document in try numbers.occurrences(of: term, in: segments).documents { body(count, Int(document)) }
      count += 1
    }
    return Int(count)
  }
}
