internal import CLanes

/// The rank of each document's identifier among those of its segment: a place in its mapping, which must outlive it.
@safe struct Ranks {
  private let start: UnsafeRawPointer
  private let documents: Int

  /// The ranks of `file`.
  init(_ file: borrowing SegmentFile) throws(FormatError) {
    let bytes = file.bytes(.identifierRanks)
    documents = file.documents
    try expect(bytes.count, toBe: 4 * documents, "bytes of ranks")
    unsafe start = bytes.withUnsafeBytes { unsafe $0.baseAddress ?? UnsafeRawPointer(bitPattern: 8).unsafelyUnwrapped }
  }

  /// Begins to fetch the rank of a document, which will be read soon.
  func prefetch(_ document: Int) { unsafe lanes_prefetch(start + 4 * document) }

  /// The rank of a document; the last one's for a document that there isn't, which damaged postings may name.
  subscript(document: Int) -> UInt32 {
    guard document < documents else { return .max }
    return unsafe start.loadUnaligned(fromByteOffset: 4 * document, as: UInt32.self)
  }
}
