internal import CLanes

/// A term that is kept as a plain list, given the form of superblocks in memory, with its parts as bounds.
@safe final class ListedTerm {
  /// The greatest bound.
  let best: UInt8
  private let bounds: UnsafeMutablePointer<UInt8>
  private let payloads: UnsafeMutablePointer<UInt8>
  private let superblocks: [lanes_built]

  /// Reads the list of `postings`.
  ///
  /// Documents in which `table` finds no occurrence are left out. Without `scoring`, for a term that doesn't rank, all parts are the
  /// least.
  ///
  /// - Complexity: O(documents).
  init(_ postings: TermPostings, _ table: FrequencyTable, _ lengths: Lengths, _ scoring: BM25?) throws(FormatError) {
    let most = postings.documentFrequency
    let documents = UnsafeMutablePointer<UInt32>.allocate(capacity: most)
    let codes = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * most)
    defer {
      unsafe documents.deallocate()
      unsafe codes.deallocate()
    }
    let count = try unsafe postings.readList(table.fields, documents, codes)
    let parts = unsafe codes + most
    if let scoring {
      unsafe withUnsafePointer(to: scoring.norm) {
        unsafe lanes_parts(documents, codes, UInt32(count), table.start, $0, lengths.short(ofBlock: 0), parts)
      }
    } else {
      unsafe parts.initialize(repeating: 1, count: count)
    }
    let (bounds, payloads) = unsafe Self.room(count)
    superblocks = unsafe Array(unsafeUninitializedCapacity: count) { built, initialized in
      guard let first = built.baseAddress else { return }
      unsafe initialized = Int(lanes_build(documents, codes, parts, UInt32(count), bounds, payloads, first))
    }
    unsafe (self.bounds, self.payloads) = unsafe (bounds, payloads)
    best = UInt8(superblocks.reduce(0) { max($0, $1.best) })
  }

  /// Room for the bounds and, behind them, the payloads of so many documents, and for reading on.
  private static func room(
    _ count: Int
  ) -> (bounds: UnsafeMutablePointer<UInt8>, payloads: UnsafeMutablePointer<UInt8>) {
    let bytes = 8 * count + Int(LANES_SLACK)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes)
    unsafe room.initialize(repeating: 0, count: bytes)
    return unsafe (room, room + 2 * count)
  }

  deinit { unsafe bounds.deallocate() }

  /// Sets the cursors of the superblocks that hold the term, every `stride`-th of `cursors` being its own.
  func fill(_ cursors: UnsafeMutablePointer<lanes_cursor>, stride: Int) {
    var (bounds, payload) = unsafe (UnsafePointer(bounds), UnsafePointer(payloads))
    for part in superblocks {
      unsafe cursors[Int(part.superblock) * stride] = unsafe lanes_cursor(
        bounds: bounds, payload: payload, pairs: part.pairs, size: part.payload, best: part.best, scale: 0,
        exceptions: bounds, exception_count: 0, first_block: part.superblock * UInt32(PostingsFormat.blocks))
      unsafe bounds += Int(part.bounds)
      unsafe payload += Int(part.payload)
    }
  }
}
