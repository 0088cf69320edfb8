internal import Synchronization

// What each document was stored with, as a zstd frame of its own, without its first 4 bytes, which all frames share. Such a
// frame can be copied to any place among frames of the same dictionary. 50,000 records of 1.27 KB take 509 bytes each with a
// dictionary trained on the first of them, 489 with one trained on a spread sample, and a fetch takes 4 to 5 µs.
//
// A page is 64 documents.
//
//     section stored:            a copy of the dictionary's frame, with its first 4 bytes; then the pages:
//       a page:                  per document a varint size of its frame; then the frames
//     section storedPages:       8 bytes each, offset of a page, and one more for the end
//     section storedDictionary:  a frame of the dictionary of all frames, or nothing: then they have none
//
// Example: a document of no bytes is the page 09, 24 00 01 00 00 99 e9 d8 51.

/// Reads what documents were stored with.
package struct StoredDocuments: ~Escapable {
  /// Documents in a page.
  static let pageSize = 64
  private let pages: Span<UInt8>
  private let table: Span<UInt8>
  private let documents: Int
  private let dictionary: ZstdDictionary?

  /// The stored documents of `file`.
  ///
  /// - Complexity: O(1), but for the first time, when the file's dictionary is decompressed and digested.
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    pages = file.bytes(.stored)
    table = file.bytes(.storedPages)
    documents = file.documents
    try expect(table.count, toBe: 8 * (Self.pages(ofDocuments: documents) + 1), "bytes of the table of stored pages")
    dictionary = try file.storedDictionary.digest(file.bytes(.storedDictionary))
  }

  /// What stands before the pages: the compressed dictionary's frame with its magic, by which it is known; nothing where there is none.
  static func copy(ofDictionary compressed: [UInt8]) -> [UInt8] { compressed.isEmpty ? [] : Zstd.magic + compressed }

  /// The pages that so many documents take.
  static func pages(ofDocuments documents: Int) -> Int { (documents + pageSize - 1) / pageSize }

  /// The bytes that a document was stored with.
  ///
  /// - Complexity: O(1) and one frame.
  package func bytes(of document: Int) throws(FormatError) -> [UInt8] {
    guard 0..<documents ~= document else {
      throw FormatError(expected: "a stored document below \(documents)", found: "\(document)")
    }
    var page = try page(document / Self.pageSize)
    for _ in 0..<document % Self.pageSize { _ = try page.next() }
    return try Zstd.decompress(page.bytes(page.next()), dictionary: dictionary)
  }

  /// Calls `body` with the bytes of every document in order.
  package func visit(_ body: (_ bytes: [UInt8]) throws(FormatError) -> Void) throws(FormatError) {
    for number in 0..<(table.count / 8 - 1) {
      var page = try page(number)
      for _ in 0..<page.documents {
        try body(Zstd.decompress(page.bytes(page.next()), dictionary: dictionary))
      }
      try page.checkEnd()
    }
  }

  /// Checks that before the pages the dictionary stands once more, and nothing else.
  func checkCopy(of dictionary: Span<UInt8>) throws(FormatError) {
    let copy = unsafe dictionary.withUnsafeBufferPointer { unsafe Self.copy(ofDictionary: Array($0)) }
    try expect(Int(truncatingIfNeeded: table.fixed64(at: 0)), toBe: copy.count, "offset of the first page")
    guard copy.count <= pages.count, copy.indices.allSatisfy({ pages[$0] == copy[$0] }) else {
      throw FormatError(expected: "the dictionary before the pages", found: "other bytes")
    }
  }

  @_lifetime(copy self)
  private func page(_ number: Int) throws(FormatError) -> StoredPage {
    let range = try table.offsetPair(at: number, limit: pages.count)
    let count = min(Self.pageSize, documents - Self.pageSize * number)
    return try StoredPage(pages.extracting(range), documents: count)
  }
}

/// Walks the frames of a page.
private struct StoredPage: ~Escapable {
  /// The number of its documents.
  let documents: Int
  private let page: Span<UInt8>
  private var sizes: ByteReader
  /// Where the next frame begins.
  private var offset: Int

  @_lifetime(copy page)
  init(_ page: Span<UInt8>, documents: Int) throws(FormatError) {
    self.documents = documents
    self.page = page
    sizes = ByteReader(page)
    var header = ByteReader(page)
    for _ in 0..<documents { _ = try header.varint() }
    offset = header.offset
  }

  /// Where the next document's frame is; there must be one.
  @_lifetime(self: copy self)
  mutating func next() throws(FormatError) -> Range<Int> {
    let size = try sizes.varint()
    guard size <= page.count - offset else {
      throw FormatError(expected: "a frame of at most \(page.count - offset) bytes", found: "\(size)")
    }
    offset += size
    return offset - size..<offset
  }

  @_lifetime(copy self)
  func bytes(_ range: Range<Int>) -> Span<UInt8> { page.extracting(range) }

  func checkEnd() throws(FormatError) { try expect(offset, toBe: page.count, "bytes of a page") }
}

/// The dictionary of an opened segment, digested once by the first thread that needs it.
final class StoredDictionary: Sendable {
  private let digested = Mutex<ZstdDictionary?>(nil)

  /// The digested dictionary of its compressed bytes; `nil` when there are none, since then frames have none.
  func digest(_ bytes: Span<UInt8>) throws(FormatError) -> ZstdDictionary? {
    guard !bytes.isEmpty else { return nil }
    return try digested.withLock { digested throws(FormatError) in
      if let digested { return digested }
      let made = try ZstdDictionary(Zstd.decompress(bytes))
      digested = made
      return made
    }
  }
}
