// What the documents were stored with, in zstd frames of about 16 KiB of content, a document never split.
//
//     section stored:        the frames; a frame's content: per document 4 bytes of size, then its bytes
//     section storedBlocks:  per frame 8 bytes, its offset, and 8 bytes, its first document; at the end the size of the
//                            section and the number of documents

/// Compresses what documents are stored with.
package struct StoredDocumentsWriter {
  private static let blockSize = 16 << 10
  private static let level: Int32 = 3
  private var block = ByteWriter()
  private var frames: [UInt8] = []
  private var table: [Int] = []
  private var documents = 0
  private var firstOfBlock = 0

  /// A writer of no documents yet.
  package init() {}

  /// The bytes that it holds.
  var memory: Int { frames.count + block.count }

  /// Appends the next document's bytes.
  package mutating func append(_ bytes: [UInt8]) {
    block.fixed32(UInt32(bytes.count))
    block.append(bytes)
    documents += 1
    if block.count >= Self.blockSize { endBlock() }
  }

  private mutating func endBlock() {
    table += [frames.count, firstOfBlock]
    frames += Zstd.compress(block.bytes, level: Self.level)
    block.removeAll()
    firstOfBlock = documents
  }

  /// Writes both sections.
  package mutating func write(to file: inout SegmentFileWriter) throws(IndexError) {
    if block.count > 0 { endBlock() }
    try file.append(.stored, frames)
    try file.append(.storedBlocks, Array(fixed64: table + [frames.count, documents]))
  }
}

/// Reads what documents were stored with.
package struct StoredDocuments: ~Escapable {
  private let frames: Span<UInt8>
  private let table: Span<UInt8>

  /// The stored documents of `file`.
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    frames = file.bytes(.stored)
    table = file.bytes(.storedBlocks)
    guard table.count >= 16, table.count % 16 == 0 else {
      throw FormatError(expected: "a table of stored blocks", found: "\(table.count) bytes")
    }
  }

  private var blockCount: Int { table.count / 16 - 1 }

  /// The bytes that a document was stored with.
  ///
  /// - Complexity: O(log n) and one frame.
  package func bytes(of document: Int) throws(FormatError) -> [UInt8] {
    let block = try block(of: document)
    let content = try content(ofBlock: block)
    var reader = ByteReader(content.span)
    for _ in 0..<document - (try firstDocument(ofBlock: block)) {
      try reader.skip(Int(reader.fixed32()))
    }
    return try reader.array(Int(reader.fixed32()))
  }

  /// Calls `body` with the bytes of every document in order.
  package func visit(_ body: (_ bytes: [UInt8]) throws(FormatError) -> Void) throws(FormatError) {
    for block in 0..<blockCount {
      let content = try content(ofBlock: block)
      var reader = ByteReader(content.span)
      while !reader.isAtEnd { try body(reader.array(Int(reader.fixed32()))) }
    }
  }

  private func firstDocument(ofBlock block: Int) throws(FormatError) -> Int {
    let first = table.fixed64(at: 16 * block + 8)
    guard let first = Int(exactly: first) else {
      throw FormatError(expected: "a block's first document", found: "\(first)")
    }
    return first
  }

  private func block(of document: Int) throws(FormatError) -> Int {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if try firstDocument(ofBlock: middle) <= document { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else {
      throw FormatError(expected: "a stored block with document \(document)", found: "none")
    }
    return low - 1
  }

  private func content(ofBlock block: Int) throws(FormatError) -> [UInt8] {
    let start = table.fixed64(at: 16 * block)
    let end = table.fixed64(at: 16 * block + 16)
    guard start < end, end <= UInt64(frames.count) else {
      throw FormatError(expected: "ascending offsets of stored blocks", found: "\(start) and \(end)")
    }
    return try Zstd.decompress(frames.extracting(Int(start)..<Int(end)))
  }
}
