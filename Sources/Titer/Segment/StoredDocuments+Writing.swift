// The sizes and the level are measured: of 20,000 records of 1.2 KB, 16 KiB frames without a dictionary take 481 bytes and
// 24 µs a fetched record; 4 KiB frames with a dictionary of 64 KiB take 444 bytes and 7 to 9 µs, single records would take
// 487 bytes and 3 µs. Level 3 compresses a record in 10 µs; level 6 saves 5 % of the bytes and takes 35 µs.

extension StoredDocuments {
  private static let level: Int32 = 3
  private static let blockSize = 4 << 10

  /// Writes the sections of `count` documents, whose bytes `bytes` gives by their new number.
  ///
  /// It asks first for a sample of them, to train the dictionary, and then for each in order. No more than a page is in
  /// memory at once.
  package static func write(
    to file: inout SegmentFileWriter, count: Int, _ bytes: (Int) throws(IndexError) -> [UInt8]
  ) throws(IndexError) {
    let dictionary = try StoredSample(count: count, bytes).dictionary
    let compressor = ZstdCompressor(level: level, dictionary: dictionary)
    var starts = [0]
    try file.append(.stored) { section throws(IndexError) in
      for first in stride(from: 0, to: count, by: pageSize) {
        let page = try page(first..<min(first + pageSize, count), compressor, bytes)
        try section.write(page)
        starts.append(section.count)
      }
    }
    try file.append(.storedPages, Array(fixed64: starts))
    try file.append(.storedDictionary, dictionary)
  }

  private static func page(
    _ documents: Range<Int>, _ compressor: ZstdCompressor, _ bytes: (Int) throws(IndexError) -> [UInt8]
  ) throws(IndexError) -> [UInt8] {
    var (header, frames, block) = (ByteWriter(), ByteWriter(), ByteWriter())
    var first = documents.lowerBound
    func endBlock(at document: Int) {
      let frame = compressor.compress(block.bytes)
      header.varint(document - first)
      header.varint(frame.count)
      frames.append(frame)
      block.removeAll()
      first = document
    }
    for document in documents {
      let record = try bytes(document)
      if document > first, block.count + record.count > blockSize { endBlock(at: document) }
      block.string(record)
    }
    endBlock(at: documents.upperBound)
    return header.bytes + frames.bytes
  }
}

/// The documents that a dictionary is trained on: some of every part of a segment.
private struct StoredSample {
  private static let most = 1 << 20
  private static let mostDocuments = 8192
  private static let largestDocument = 16 << 10
  private static let largestDictionary = 64 << 10
  private static let probes = 64
  private let documents: [[UInt8]]
  /// About how many bytes all documents have.
  private let total: Int

  init(count: Int, _ bytes: (Int) throws(IndexError) -> [UInt8]) throws(IndexError) {
    let probes = min(count, Self.probes)
    var size = 0
    for probe in 0..<probes { size += try bytes(probe * count / probes).count }
    total = probes == 0 ? 0 : size * count / probes
    guard total >= Self.most else {
      documents = []
      return
    }
    let wanted = min(count, Self.mostDocuments, Self.most * probes / size)
    var documents: [[UInt8]] = []
    var gathered = 0
    for number in 0..<wanted where gathered < 2 * Self.most {
      documents.append(Array(try bytes(number * count / wanted).prefix(Self.largestDocument)))
      gathered += documents[number].count
    }
    self.documents = documents
  }

  /// The dictionary that pays: none for less than 1 MiB, and else a 64th of the documents' size, 64 KiB at most.
  var dictionary: [UInt8] {
    documents.isEmpty ? [] : Zstd.trainDictionary(documents, size: min(total / 64, Self.largestDictionary))
  }
}
