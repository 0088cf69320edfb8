/// The occurrences in the documents of a segment, which have found their order.
@safe final class OrderedOccurrences: Sendable {
  @safe private struct Place: BitwiseCopyable {
    var words: UnsafePointer<UInt32>
    var occurrences: UInt32
    var length: UInt32
    var abstract: UInt32
    var keywords: UInt32
  }

  /// Where occurrences of a sorted list have what, from the lowest bit: position, text, document.
  private enum Packing {
    static let position: UInt64 = 30
    static let document: UInt64 = 32
  }

  private let batches: [AnalysedBatch]
  // By document; the words belong to the batches.
  private let places: SharedArray<Place>

  /// The documents `order` of `batches`, by their place in all of these, numbered anew in that order.
  ///
  /// - Complexity: O(documents), 24 bytes each.
  init(_ batches: [AnalysedBatch], order: [UInt32]) {
    self.batches = batches
    let firsts = batches.map(\.entries.count)
    var batchOf: [UInt32] = []
    for (batch, count) in firsts.enumerated() { batchOf += repeatElement(UInt32(batch), count: count) }
    var starts = [0]
    for count in firsts { starts.append(starts[starts.count - 1] + count) }
    places = SharedArray(uninitialized: order.count)
    for (document, old) in order.enumerated() {
      let number = Int(batchOf[Int(old)])
      let (batch, index) = (batches[number], Int(old) - starts[number])
      let entry = batch.entries[index]
      places[document] = unsafe Place(
        words: batch.words(of: index), occurrences: entry.occurrences, length: entry.length,
        abstract: entry.abstract, keywords: entry.keywords)
    }
  }

  deinit { places.free() }

  /// The number of documents.
  var documents: Int { places.count }

  /// The number of words in each document.
  var lengths: [UInt32] { (0..<documents).map { places[$0].length } }

  /// How often each of the first `terms` terms occurs.
  ///
  /// - Complexity: O(occurrences) in all, on `threads` threads that hold 4 bytes a term each.
  func frequencies(terms: Int, threads: Int) -> [UInt32] {
    let parts = Parallel.map(threads, threads: threads) { part in
      self.frequencies(terms: terms, self.documents * part / threads..<self.documents * (part + 1) / threads)
    }
    guard var sum = parts.first else { return [] }
    for part in parts.dropFirst() {
      for term in 0..<terms { sum[term] += part[term] }
    }
    return sum
  }

  private func frequencies(terms: Int, _ documents: Range<Int>) -> [UInt32] {
    let counts = SharedArray<UInt32>(repeating: 0, count: terms)
    defer { counts.free() }
    for document in documents {
      let place = places[document]
      var reader = unsafe OccurrenceReader(place.words)
      for _ in 0..<place.occurrences {
        reader.advance()
        counts[Int(reader.term)] &+= 1
      }
    }
    return (0..<terms).map { counts[$0] }
  }

  /// Calls `body` with the term of each occurrence in a document, in order of position.
  func forEachOccurrence(of document: Int, _ body: (_ term: UInt32) -> Void) {
    let place = places[document]
    var reader = unsafe OccurrenceReader(place.words)
    for _ in 0..<place.occurrences {
      reader.advance()
      body(reader.term)
    }
  }

  /// Sorts the occurrences of some terms by rank, and within a rank by document and position.
  ///
  /// - Parameters:
  ///   - wanted: consecutive ranks.
  ///   - ranks: the rank of each term.
  ///   - starts: where each wanted rank's occurrences begin in the result, and behind the last their end.
  /// - Returns: the occurrences, to be freed by the caller.
  /// - Complexity: O(occurrences of all terms); the result has 8 bytes an occurrence.
  func sorted(_ wanted: Range<Int>, _ ranks: [UInt32], starts: [Int]) -> SharedArray<UInt64> {
    let sorted = SharedArray<UInt64>(uninitialized: starts[wanted.count])
    let next = SharedArray<Int>(uninitialized: max(wanted.count, 1))
    defer { next.free() }
    for rank in 0..<wanted.count { next[rank] = starts[rank] }
    let (first, count) = (UInt32(wanted.lowerBound), UInt32(wanted.count))
    unsafe ranks.withUnsafeBufferPointer { ranks in
      for document in 0..<documents {
        let place = places[document]
        let high = UInt64(document) << Packing.document
        var reader = unsafe OccurrenceReader(place.words)
        for _ in 0..<place.occurrences {
          reader.advance()
          let rank = unsafe ranks[Int(reader.term)] &- first
          guard rank < count else { continue }
          let position = reader.position
          let text: UInt64 = position < place.abstract ? 0 : position < place.keywords ? 1 : 2
          let index = next[Int(rank)]
          sorted[index] = high | text << Packing.position | UInt64(position)
          next[Int(rank)] = index + 1
        }
      }
    }
    return sorted
  }

  /// Sets `term` to the occurrences in a range of a sorted list.
  static func collect(_ sorted: SharedArray<UInt64>, _ range: Range<Int>, into term: inout TermOccurrences) {
    term.removeAll()
    guard let first = range.first else { return }
    var document = UInt32(truncatingIfNeeded: sorted[first] >> Packing.document)
    var counts = (0 as UInt32, 0 as UInt32, 0 as UInt32)
    for index in range {
      let occurrence = sorted[index]
      let next = UInt32(truncatingIfNeeded: occurrence >> Packing.document)
      if next != document {
        term.append(document, FieldCounts(title: counts.0, abstract: counts.1, keywords: counts.2))
        document = next
        counts = (0, 0, 0)
      }
      switch occurrence >> Packing.position & 3 {
      case 0: counts.0 += 1
      case 1: counts.1 += 1
      default: counts.2 += 1
      }
      term.positions.append(UInt32(truncatingIfNeeded: occurrence) & (1 << UInt32(Packing.position) - 1))
    }
    term.append(document, FieldCounts(title: counts.0, abstract: counts.1, keywords: counts.2))
  }
}
