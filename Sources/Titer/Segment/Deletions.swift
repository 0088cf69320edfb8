/// The documents of a segment that are deleted, as a set of bits.
///
/// Its file, in a ``FileEnvelope`` of the magic “TITERDEL”: 8 bytes for every 64 documents, the lowest bit the first.
package struct Deletions: Sendable, Equatable {
  private static let magic = "TITERDEL"
  private var words: [UInt64]
  private let documents: Int
  /// How many documents are deleted.
  package private(set) var count = 0

  /// No deleted documents among `documents`.
  package init(documents: Int) {
    words = Array(repeating: 0, count: (documents + 63) / 64)
    self.documents = documents
  }

  /// Which of the 64 documents from `64 * block` on there are and are not deleted.
  func live(inBlock block: Int) -> UInt64 {
    guard block < words.count else { return 0 }
    let left = documents - 64 * block
    let existing: UInt64 = left >= 64 ? ~0 : 1 << UInt64(left) - 1
    return existing & ~words[block]
  }

  /// Whether a document is deleted.
  package func contains(_ document: Int) -> Bool {
    count > 0 && words[document / 64] & (1 << UInt64(document % 64)) != 0
  }

  /// The blocks of 64 documents that have deleted ones, and which those are.
  var byBlock: [(block: Int, deleted: UInt64)] {
    words.indices.compactMap { words[$0] == 0 ? nil : ($0, words[$0]) }
  }

  /// Deletes a document; returns whether it was there till now.
  package mutating func insert(_ document: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(document % 64)
    guard words[document / 64] & bit == 0 else { return false }
    words[document / 64] |= bit
    count += 1
    return true
  }

  /// The documents that are deleted here and not in `earlier`, ascending; both of one segment.
  func added(since earlier: Deletions) -> [Int] {
    words.indices.flatMap { block in LaneSequence(words[block] & ~earlier.words[block]).map { 64 * block + $0 } }
  }

  /// Takes a deletion back.
  mutating func remove(_ document: Int) {
    let bit: UInt64 = 1 << UInt64(document % 64)
    guard words[document / 64] & bit != 0 else { return }
    words[document / 64] &= ~bit
    count -= 1
  }

  /// The file's bytes.
  package var fileBytes: [UInt8] {
    var payload = ByteWriter()
    for word in words { payload.fixed64(word) }
    return FileEnvelope.wrap(payload.bytes, magic: Self.magic)
  }

  /// The deletions in a file, for a segment of `documents` documents.
  package init(_ file: FileRegion, documents: Int) throws(IndexError) {
    try self.init(FileEnvelope.unwrap(file, magic: Self.magic), of: file, documents)
  }

  /// The `count` deletions in a file of which one byte may be damaged.
  ///
  /// - Throws: ``IndexError`` when more is.
  init(salvaging file: FileRegion, documents: Int, count: Int) throws(IndexError) {
    try self.init(FileEnvelope.salvage(file, magic: Self.magic), of: file, documents)
    do throws(FormatError) {
      try expect(self.count, toBe: count, "number of deleted documents")
    } catch {
      throw error.inFile(file.path)
    }
  }

  private init(_ payload: [UInt8], of file: FileRegion, _ documents: Int) throws(IndexError) {
    do throws(FormatError) {
      // Before there are bits for as many documents as a damaged manifest may claim.
      try expect(payload.count, toBe: (documents + 63) / 64 * 8, "bytes for \(documents) documents")
      self.init(documents: documents)
      for index in words.indices { words[index] = payload.span.fixed64(at: 8 * index) }
      count = words.reduce(0) { $0 + $1.nonzeroBitCount }
      let past = documents % 64 == 0 ? 0 : words[documents / 64] >> UInt64(documents % 64)
      try expect(past, toBe: 0, "bits past the last document")
    } catch {
      throw error.inFile(file.path)
    }
  }
}
