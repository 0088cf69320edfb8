extension StoredDocuments {
  // Level 3 takes 12 µs for a record of 1.27 KB; of frames of 4 KiB, level 6 saved 5 % of the bytes and took 3.5 times as long.
  static let level: Int32 = 3

  /// Writes the sections of `count` documents, whose bytes `bytes` gives by their new number.
  ///
  /// It asks first for a sample of them, to train the dictionary, and then for each in order. No more than the sample, a
  /// page and 8 bytes for each page are in memory at once.
  package static func write(
    to file: inout SegmentFileWriter, count: Int, _ bytes: (Int) throws(IndexError) -> [UInt8]
  ) throws(IndexError) {
    let dictionary = try StoredSample(count: count, bytes).dictionary()
    let compressor = ZstdCompressor(level: level, dictionary: dictionary)
    try write(to: &file, count: count, dictionary: dictionary) { (document) throws(IndexError) in
      compressor.compress(try bytes(document))[...]
    }
  }

  /// Writes the sections of `count` documents, whose frames, made with `dictionary`, `frame` gives by their new number.
  static func write(
    to file: inout SegmentFileWriter, count: Int, dictionary: [UInt8],
    _ frame: (Int) throws(IndexError) -> ArraySlice<UInt8>
  ) throws(IndexError) {
    let compressed = dictionary.isEmpty ? [] : ZstdCompressor(level: level).compress(dictionary)
    let copy = copy(ofDictionary: compressed)
    var starts = [copy.count]
    try file.append(.stored) { section throws(IndexError) in
      try section.write(copy)
      for first in stride(from: 0, to: count, by: pageSize) {
        try section.write(page(first..<min(first + pageSize, count), frame))
        starts.append(section.count)
      }
    }
    try file.append(.storedPages, Array(fixed64: starts))
    try file.append(.storedDictionary, compressed)
  }

  private static func page(
    _ documents: Range<Int>, _ frame: (Int) throws(IndexError) -> ArraySlice<UInt8>
  ) throws(IndexError) -> [UInt8] {
    var (sizes, frames) = (ByteWriter(), ByteWriter())
    for document in documents {
      let frame = try frame(document)
      sizes.varint(frame.count)
      frames.append(frame)
    }
    return sizes.bytes + frames.bytes
  }
}
