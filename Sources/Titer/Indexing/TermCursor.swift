/// A walk over the terms of a segment in order, of which it holds a block at a time.
struct TermCursor {
  private let segment: Segment
  private let blocks: Int
  private var nextBlock = 0
  private var terms: [(term: [UInt8], entry: TermEntry)] = []
  private var place = 0

  /// A walk at the first term of a segment.
  ///
  /// - Throws: ``IndexError`` when its dictionary is damaged.
  init(_ segment: Segment) throws(IndexError) {
    self.segment = segment
    blocks = try segment.reading { () throws(FormatError) in try TermDictionary(segment.file).blockCount }
    try fill()
  }

  /// The term at hand and where its lists are, or `nil` behind the last.
  var current: (term: [UInt8], entry: TermEntry)? { place < terms.count ? terms[place] : nil }

  /// Goes to the next term.
  ///
  /// - Throws: ``IndexError`` when the dictionary is damaged.
  mutating func advance() throws(IndexError) {
    place += 1
    try fill()
  }

  private mutating func fill() throws(IndexError) {
    while place == terms.count, nextBlock < blocks {
      var last = terms.last?.term
      terms.removeAll(keepingCapacity: true)
      place = 0
      var found: [(term: [UInt8], entry: TermEntry)] = []
      try segment.reading { () throws(FormatError) in
        try TermDictionary(segment.file).visit(block: nextBlock) { (term, entry) throws(FormatError) in
          // Whoever writes the terms again relies on their order.
          try TermDictionary.checkOrder(of: term, after: last)
          last = term
          found.append((term, entry))
        }
      }
      terms = found
      nextBlock += 1
    }
  }
}

/// A walk over the terms of several segments in order.
struct MergedTerms {
  /// A term and where its lists are, by segment.
  struct Term: Sendable {
    /// Its bytes.
    var bytes: [UInt8]
    /// Its lists in the segments that have it, in their order.
    var entries: [(segment: Int, entry: TermEntry)]

    /// The sum of its document frequencies.
    var documentFrequency: Int { entries.reduce(0) { $0 + $1.entry.documentFrequency } }
  }

  private var cursors: [TermCursor] = []

  /// A walk before the first term of `segments`.
  ///
  /// - Throws: ``IndexError`` when a dictionary is damaged.
  init(_ segments: [Segment]) throws(IndexError) {
    for segment in segments { cursors.append(try TermCursor(segment)) }
  }

  /// The next term, or `nil` behind the last.
  ///
  /// - Throws: ``IndexError`` when a dictionary is damaged.
  /// - Complexity: O(segments) comparisons.
  mutating func next() throws(IndexError) -> Term? {
    var least: [UInt8]?
    for cursor in cursors {
      guard let term = cursor.current?.term else { continue }
      if least.map({ term.lexicographicallyPrecedes($0) }) ?? true { least = term }
    }
    guard let least else { return nil }
    var term = Term(bytes: least, entries: [])
    for index in cursors.indices {
      guard let current = cursors[index].current, current.term == least else { continue }
      term.entries.append((index, current.entry))
      try cursors[index].advance()
    }
    return term
  }
}
