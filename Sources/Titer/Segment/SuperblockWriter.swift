internal import CLanes

/// Builds the bytes of a term's pairs, superblock by superblock, for an index that is written: see Postings.swift.
package struct SuperblockWriter: Sendable {
  /// What was built of a superblock.
  package struct Superblock: Sendable {
    /// Blocks that hold the term.
    package var pairs = 0
    /// The greatest bound.
    package var best: UInt8 = 0
  }

  /// The bounds of all superblocks so far.
  package private(set) var bounds: [UInt8] = []
  /// Their payloads.
  package private(set) var payload: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Forgets what was built and keeps the memory.
  mutating func removeAll() {
    bounds.removeAll(keepingCapacity: true)
    payload.removeAll(keepingCapacity: true)
  }

  /// Appends a superblock of the documents in it, ascending, their codes, and their parts as bounds.
  ///
  /// - Complexity: O(documents).
  package mutating func append(
    _ documents: Span<UInt32>, codes: Span<UInt8>, parts: Span<UInt8>
  ) -> Superblock {
    let count = documents.count
    precondition(codes.count == count && parts.count == count, "each document has counts and a part")
    guard count > 0 else { return Superblock() }
    let size = UInt32(PostingsFormat.documents)
    precondition(documents[0] / size == documents[count - 1] / size, "the documents lie in one superblock")
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8 * count) { room in
      let bytes = unsafe room.baseAddress.unsafelyUnwrapped
      var built = lanes_built()
      unsafe documents.withUnsafeBufferPointer { documents in
        unsafe codes.withUnsafeBufferPointer { codes in
          unsafe parts.withUnsafeBufferPointer { parts in
            _ = unsafe lanes_build(
              documents.baseAddress, codes.baseAddress, parts.baseAddress, UInt32(count), bytes, bytes + 2 * count,
              &built)
          }
        }
      }
      unsafe bounds.append(contentsOf: room[..<Int(built.bounds)])
      unsafe payload.append(contentsOf: room[2 * count..<2 * count + Int(built.payload)])
      return Superblock(pairs: Int(built.pairs), best: UInt8(built.best))
    }
  }

  /// A part from 0 to 1 as a byte, rounded up with room for the rounding of sums of parts; never 0, since a document whose occurrences
  /// count nothing answers too.
  package static func bound(_ part: Float) -> UInt8 {
    UInt8(max(1, min(255, (Double(part) * 255.001).rounded(.up))))
  }
}
