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
  private var taken = 0
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
    table += [taken + frames.count, firstOfBlock]
    frames += Zstd.compress(block.bytes, level: Self.level)
    block.removeAll()
    firstOfBlock = documents
  }

  /// Writes both sections.
  ///
  /// - Parameters:
  ///   - file: where to append them.
  ///   - order: the documents to write by their number here, in their new order; all as they came when it is `nil`.
  /// - Throws: ``IndexError`` when the file can't be written.
  package mutating func write(to file: inout SegmentFileWriter, order: [UInt32]? = nil) throws(IndexError) {
    if block.count > 0 { endBlock() }
    let all = tableBytes
    if let order, !order.elementsEqual(0..<UInt32(documents)) {
      let stored = StoredDocuments(frames: frames.span, table: all.span)
      var last = StoredDocuments.Content()
      return try StoredDocuments.write(to: &file, count: order.count) { (document) throws(IndexError) in
        guard let bytes = try? stored.bytes(of: Int(order[document]), &last) else {
          preconditionFailure("what was written can be read")
        }
        return bytes
      }
    }
    try file.append(.stored, frames)
    try file.append(.storedBlocks, all)
  }

  /// Takes a frame that was ended.
  fileprivate mutating func takeFrame() -> [UInt8]? {
    guard !frames.isEmpty else { return nil }
    taken += frames.count
    defer { frames = [] }
    return frames
  }

  /// Takes the last frame, if there is one more.
  fileprivate mutating func takeLast() -> [UInt8] {
    if block.count > 0 { endBlock() }
    return takeFrame() ?? []
  }

  /// The section `storedBlocks`.
  fileprivate var tableBytes: [UInt8] { Array(fixed64: table + [taken + frames.count, documents]) }
}

extension StoredDocuments {
  /// What a frame holds, kept for the next document.
  struct Content {
    fileprivate var block = -1
    fileprivate var bytes: [UInt8] = []
    // A document of the frame, and where it begins.
    fileprivate var document = 0
    fileprivate var offset = 0
  }

  /// Writes both sections, of documents that `body` gives one after the other.
  ///
  /// - Throws: ``IndexError`` when the file can't be written, and what `body` throws.
  static func write(
    to file: inout SegmentFileWriter, count: Int, _ body: (_ document: Int) throws(IndexError) -> [UInt8]
  ) throws(IndexError) {
    var writer = StoredDocumentsWriter()
    var table: [UInt8] = []
    try file.append(.stored) { (stream) throws(IndexError) in
      for document in 0..<count {
        writer.append(try body(document))
        if let frame = writer.takeFrame() { try stream.write(frame) }
      }
      try stream.write(writer.takeLast())
      table = writer.tableBytes
    }
    try file.append(.storedBlocks, table)
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

  @_lifetime(copy frames, copy table)
  fileprivate init(frames: Span<UInt8>, table: Span<UInt8>) {
    self.frames = frames
    self.table = table
  }

  private var blockCount: Int { table.count / 16 - 1 }

  /// The bytes that a document was stored with.
  ///
  /// - Complexity: O(log n) and one frame.
  package func bytes(of document: Int) throws(FormatError) -> [UInt8] {
    var content = Content()
    return try bytes(of: document, &content)
  }

  /// The bytes that a document was stored with; `last` spares the work when its frame is the one before's.
  func bytes(of document: Int, _ last: inout Content) throws(FormatError) -> [UInt8] {
    let block = try block(of: document)
    if last.block != block || last.document > document {
      last = Content(
        block: block, bytes: try content(ofBlock: block), document: try firstDocument(ofBlock: block), offset: 0)
    }
    let content = last.bytes
    var reader = ByteReader(content.span)
    try reader.skip(last.offset)
    for _ in last.document..<document { try reader.skip(Int(reader.fixed32())) }
    (last.document, last.offset) = (document, reader.offset)
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
