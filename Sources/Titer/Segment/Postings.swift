// The documents of a term, ascending.
//
//     section postings, per document: varint gap to the document before (the first: its number), varint term frequency
//     section positions, per document: as many varints as its term frequency, each the gap to the position before
//
// Example: a term in document 3 at positions 0 and 7, and in document 5 at position 2: postings 03 02 02 01, positions 00 07 02.

/// Writes the lists of one term after the other.
package struct PostingsWriter {
  /// The section `postings`.
  package private(set) var postings = ByteWriter()
  /// The section `positions`.
  package private(set) var positions = ByteWriter()

  /// A writer of no lists yet.
  package init() {}

  /// Appends a term's occurrences, ascending by document and then position, and returns where its lists lie.
  package mutating func append(documents: ArraySlice<UInt32>, positions places: ArraySlice<UInt32>) -> TermEntry {
    let postingsStart = postings.count
    let positionsStart = positions.count
    var frequency = 0
    var lastDocument = 0
    var start = documents.startIndex
    while start < documents.endIndex {
      let document = documents[start]
      let end = documents[start...].firstIndex { $0 != document } ?? documents.endIndex
      postings.varint(Int(document) - lastDocument)
      postings.varint(end - start)
      append(places[start..<end])
      lastDocument = Int(document)
      frequency += 1
      start = end
    }
    return TermEntry(
      documentFrequency: frequency, postings: postingsStart..<postings.count,
      positions: positionsStart..<positions.count)
  }

  private mutating func append(_ places: ArraySlice<UInt32>) {
    var last: UInt32 = 0
    for place in places {
      positions.varint(Int(place - last))
      last = place
    }
  }
}

/// Walks the documents of a term, ascending.
package struct PostingsCursor: ~Escapable {
  private var reader: ByteReader
  private var remaining: Int
  private let limit: Int
  /// The document that the cursor stands on; -1 before the first.
  package private(set) var document = -1
  /// How often it holds the term.
  package private(set) var frequency = 0

  /// A cursor before the first document of `entry`, in a segment of `limit` documents.
  @_lifetime(copy postings)
  package init(_ postings: Span<UInt8>, _ entry: TermEntry, limit: Int) throws(FormatError) {
    reader = ByteReader(try postings.checkedExtracting(entry.postings))
    remaining = entry.documentFrequency
    self.limit = limit
  }

  /// Moves to the next document, if there is one.
  @_lifetime(self: copy self)
  package mutating func next() throws(FormatError) -> Bool {
    guard remaining > 0 else { return false }
    remaining -= 1
    let gap = try reader.varint()
    let next = document < 0 ? gap : document &+ gap
    guard next > document, next < limit else {
      throw FormatError(expected: "a document from \(document + 1) to \(limit - 1)", found: "\(next)")
    }
    document = next
    frequency = try reader.varint()
    return true
  }
}

/// Walks the positions of a term, document by document.
package struct PositionsCursor: ~Escapable {
  private var reader: ByteReader

  /// A cursor before the positions of the first document of `entry`.
  @_lifetime(copy positions)
  package init(_ positions: Span<UInt8>, _ entry: TermEntry) throws(FormatError) {
    reader = ByteReader(try positions.checkedExtracting(entry.positions))
  }

  /// Appends the next `count` positions, ascending, to `places`.
  @_lifetime(self: copy self)
  package mutating func read(_ count: Int, into places: inout [UInt32]) throws(FormatError) {
    var place = 0
    for _ in 0..<count {
      place = place &+ (try reader.varint())
      guard let position = UInt32(exactly: place) else {
        throw FormatError(expected: "a position of 32 bits", found: "\(place)")
      }
      places.append(position)
    }
  }

  /// Whether all positions were read.
  package var isAtEnd: Bool { reader.isAtEnd }
}

extension Span<UInt8> {
  /// The bytes of a range that a file gives.
  ///
  /// - Throws: ``FormatError`` when the range reaches past the end.
  @_lifetime(copy self)
  func checkedExtracting(_ range: Range<Int>) throws(FormatError) -> Span<UInt8> {
    guard range.upperBound <= count else {
      throw FormatError(expected: "a range within \(count) bytes", found: "\(range)")
    }
    return extracting(range)
  }
}
