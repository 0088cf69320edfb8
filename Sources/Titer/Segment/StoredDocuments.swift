internal import Synchronization

// What the documents were stored with, in small zstd frames, so that a hit costs one of them.
//
// A page is 64 documents, a block some consecutive documents of one page: as many as have at most 4 KiB together, or
// one that has more.
//
//     section stored, a page:
//       per block:   varint number of its documents, varint size of its frame
//       per block:   the frame; its content: per document a varint size and its bytes
//     section storedPages:       8 bytes each, offset of a page, and one more for the end
//     section storedDictionary:  the dictionary of all frames, or nothing: then they have none
//
// Example: 65 documents of 4000 bytes each are 65 blocks in two pages, of which the second begins 01, size of the frame.

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
  /// - Complexity: O(1), but for the first time, when the file's dictionary is digested: about 10 µs.
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    pages = file.bytes(.stored)
    table = file.bytes(.storedPages)
    documents = file.documents
    let count = (documents + Self.pageSize - 1) / Self.pageSize
    try expect(table.count, toBe: 8 * (count + 1), "bytes of the table of stored pages")
    dictionary = try file.storedDictionary.digest(file.bytes(.storedDictionary))
  }

  /// The bytes that a document was stored with.
  ///
  /// - Complexity: O(1) and one frame.
  package func bytes(of document: Int) throws(FormatError) -> [UInt8] {
    guard 0..<documents ~= document else {
      throw FormatError(expected: "a stored document below \(documents)", found: "\(document)")
    }
    var page = try page(document / Self.pageSize)
    var (first, frame) = (0, 0..<0)
    repeat { (first, frame) = try page.next() } while page.document <= document
    let content = try Zstd.decompress(page.bytes(frame), dictionary: dictionary)
    var reader = ByteReader(content.span)
    for _ in first..<document { try reader.skip(reader.varint()) }
    return try reader.string()
  }

  /// Calls `body` with the bytes of every document in order.
  package func visit(_ body: (_ bytes: [UInt8]) throws(FormatError) -> Void) throws(FormatError) {
    for number in 0..<(table.count / 8 - 1) {
      var page = try page(number)
      while !page.isAtEnd {
        let (first, frame) = try page.next()
        let content = try Zstd.decompress(page.bytes(frame), dictionary: dictionary)
        var reader = ByteReader(content.span)
        for _ in first..<page.document { try body(reader.string()) }
        try expect(reader.isAtEnd, toBe: true, "the end of a stored block:")
      }
      try page.checkEnd()
    }
  }

  @_lifetime(copy self)
  private func page(_ number: Int) throws(FormatError) -> StoredPage {
    let first = Self.pageSize * number
    let range = try table.offsetPair(at: number, limit: pages.count)
    return try StoredPage(pages.extracting(range), first..<min(first + Self.pageSize, documents))
  }
}

/// Walks the blocks of a page.
private struct StoredPage: ~Escapable {
  private let page: Span<UInt8>
  private var reader: ByteReader
  private let end: Int
  /// The document behind the last block read.
  private(set) var document: Int
  /// Where the next frame begins.
  private var offset: Int

  @_lifetime(copy page)
  init(_ page: Span<UInt8>, _ documents: Range<Int>) throws(FormatError) {
    self.page = page
    reader = ByteReader(page)
    document = documents.lowerBound
    end = documents.upperBound
    offset = try Self.headerSize(page, documents.count)
  }

  var isAtEnd: Bool { document == end }

  /// The first document of the next block and its frame; there must be one.
  @_lifetime(self: copy self)
  mutating func next() throws(FormatError) -> (first: Int, frame: Range<Int>) {
    let first = document
    let (count, size) = try (reader.varint(), reader.varint())
    guard 1...(end - first) ~= count, size <= page.count - offset else {
      throw FormatError(
        expected: "a block of 1 to \(end - first) documents in \(page.count - offset) bytes",
        found: "\(count) in \(size)")
    }
    document += count
    offset += size
    return (first, offset - size..<offset)
  }

  @_lifetime(copy self)
  func bytes(_ range: Range<Int>) -> Span<UInt8> { page.extracting(range) }

  func checkEnd() throws(FormatError) { try expect(offset, toBe: page.count, "bytes of a page") }

  /// The size of the entries of the blocks, by walking them.
  private static func headerSize(_ page: Span<UInt8>, _ documents: Int) throws(FormatError) -> Int {
    var reader = ByteReader(page)
    var rest = documents
    while rest > 0 {
      let count = try reader.varint()
      guard 1...rest ~= count else {
        throw FormatError(expected: "a block of 1 to \(rest) documents", found: "\(count)")
      }
      rest -= count
      _ = try reader.varint()
    }
    return reader.offset
  }
}

/// The dictionary of an opened segment, digested once by the first thread that needs it.
final class StoredDictionary: Sendable {
  private let digested = Mutex<ZstdDictionary?>(nil)

  /// The digested dictionary; `nil` when there are no bytes, since then frames have none.
  func digest(_ bytes: Span<UInt8>) throws(FormatError) -> ZstdDictionary? {
    guard !bytes.isEmpty else { return nil }
    return try digested.withLock { digested throws(FormatError) in
      if let digested { return digested }
      let made = try ZstdDictionary(bytes)
      digested = made
      return made
    }
  }
}
