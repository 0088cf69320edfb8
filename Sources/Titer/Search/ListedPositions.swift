/// The positions of a term that is kept as a plain list, read.
struct ListedPositions {
  private var documents: [UInt32] = []
  private var starts: [Int] = [0]
  private var positions: [UInt32] = []

  /// The positions that are `bytes`, in the documents of `postings`.
  init(_ postings: TermPostings, _ bytes: Span<UInt8>) throws(FormatError) {
    var reader = ByteReader(bytes)
    var list = postings.list
    while let (document, counts) = try list.next() {
      var position = 0
      for _ in 0..<counts.total {
        position += try reader.gap()
        guard let value = UInt32(exactly: position) else {
          throw FormatError(expected: "a position of 32 bits", found: "\(position)")
        }
        positions.append(value)
      }
      documents.append(document)
      starts.append(positions.count)
    }
  }

  /// Reads the positions in some lanes of a block, as `lanes_positions` does; returns how many there are, `nil` for more than
  /// `most`.
  func read(
    _ lanes: UInt64, _ block: Int, _ target: UnsafeMutablePointer<UInt32>, _ counts: UnsafeMutablePointer<UInt32>,
    most: Int
  ) -> Int? {
    var total = 0
    for lane in LaneSequence(lanes) {
      let positions = positions(in: UInt32(block << 6 + lane))
      guard total + positions.count <= most else { return nil }
      for position in positions {
        unsafe target[total] = position
        total += 1
      }
      unsafe counts[lane] = UInt32(positions.count)
    }
    return total
  }

  /// The positions in a document, ascending.
  func positions(in document: UInt32) -> ArraySlice<UInt32> {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < document { low = middle + 1 } else { high = middle }
    }
    guard low < documents.count, documents[low] == document else { return [] }
    return positions[starts[low]..<starts[low + 1]]
  }
}
