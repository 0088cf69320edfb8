internal import CLanes

// The number of terms in each document, exactly.
//
//     2 bytes    a document, up to the end of the last block of 64 (0 behind the last document): its length, or 65,535
//                where it is that or more
//     8 bytes    each of those, ascending: document (4), length (4)

/// Writes the lengths of a segment.
package struct LengthsWriter {
  private static let escape: UInt32 = 65_535

  /// The section `lengths`.
  package static func bytes(_ lengths: [UInt32]) -> [UInt8] {
    var writer = ByteWriter()
    let padding = (PostingsFormat.lanes - lengths.count % PostingsFormat.lanes) % PostingsFormat.lanes
    for length in lengths + Array(repeating: 0, count: padding) {
      writer.byte(UInt8(min(length, escape) & 255))
      writer.byte(UInt8(min(length, escape) >> 8))
    }
    for (document, length) in lengths.enumerated() where length >= escape {
      writer.fixed32(UInt32(document))
      writer.fixed32(length)
    }
    return writer.bytes
  }
}

/// Reads the lengths of a segment: a place in its mapping, which must outlive it.
@safe package struct Lengths: Sendable {
  // The mapping is read-only.
  nonisolated(unsafe) private let short: UnsafeRawPointer
  private let documents: Int
  private let long: Int

  /// The lengths of `file`, which the caller keeps.
  package init(_ file: SegmentFile) throws(FormatError) {
    let bytes = file.bytes(.lengths)
    let blocks = (file.documents + PostingsFormat.lanes - 1) / PostingsFormat.lanes
    documents = blocks * PostingsFormat.lanes
    long = (bytes.count - 2 * documents) / 8
    guard bytes.count >= 2 * documents, long * 8 == bytes.count - 2 * documents else {
      throw FormatError(expected: "the lengths of \(file.documents) documents", found: "\(bytes.count) bytes")
    }
    unsafe short = bytes.withUnsafeBytes { unsafe $0.baseAddress ?? UnsafeRawPointer(bitPattern: 8).unsafelyUnwrapped }
  }

  /// The number of terms in a document below the end of the last block.
  ///
  /// - Complexity: O(1); O(log n) for a document of 65,535 terms and more.
  package subscript(document: Int) -> UInt32 {
    assert(document < documents)
    let length = unsafe short.load(fromByteOffset: 2 * document, as: UInt16.self)
    return length < 65_535 ? UInt32(UInt16(littleEndian: length)) : longLength(of: document)
  }

  /// The lengths of a block as they are kept: ``LANES_LONG`` stands for that or more.
  func short(ofBlock block: Int) -> UnsafePointer<UInt16> {
    assert(block * PostingsFormat.lanes < documents)
    return unsafe (short + 2 * PostingsFormat.lanes * block).assumingMemoryBound(to: UInt16.self)
  }

  /// Begins to fetch the lengths of a block, which will be read soon.
  func prefetch(block: Int) {
    unsafe lanes_prefetch(short + 2 * PostingsFormat.lanes * block)
    unsafe lanes_prefetch(short + (2 * PostingsFormat.lanes * block + 64))
  }

  private func longLength(of document: Int) -> UInt32 {
    var (low, high) = (0, long)
    while low < high {
      let middle = (low + high) / 2
      if entry(middle, 0) < document { low = middle + 1 } else { high = middle }
    }
    return low < long && entry(low, 0) == document ? entry(low, 4) : 65_535
  }

  private func entry(_ index: Int, _ offset: Int) -> UInt32 {
    unsafe short.loadUnaligned(fromByteOffset: 2 * documents + 8 * index + offset, as: UInt32.self)
  }
}
