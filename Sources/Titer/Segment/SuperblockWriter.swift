internal import CLanes

/// Writes the pairs of one superblock: the bytes that the kernels read, see Postings.swift.
///
/// It serves the writer of an index, and searching, which gives a listed term the same form on the fly.
package struct SuperblockWriter: Sendable {
  private(set) var blocks: [UInt8] = []
  /// By pair, its greatest part as a byte.
  package private(set) var bounds: [UInt8] = []
  private var sizes: [UInt8] = []
  private var data: [UInt8] = []
  private var groups: [UInt8] = []
  // Of the pair at hand; in place, because appending to an array looks for other owners of it each time.
  private var lanes = InlineArray<64, UInt8>(repeating: 0)
  private var codes = InlineArray<64, UInt8>(repeating: 0)
  private var laneCount = 0
  private var codeCount = 0
  private var mask: UInt64 = 0

  /// No pairs yet.
  package init() {}

  /// Pairs so far.
  package var pairs: Int { blocks.count }

  /// The greatest bound.
  package var best: UInt8 { bounds.max() ?? 0 }

  /// Forgets all pairs and keeps the memory.
  package mutating func removeAll() {
    blocks.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
    data.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
  }

  /// Appends a lane to the pair that ``endPair(block:best:)`` will end; lanes ascend.
  @inline(__always)
  package mutating func append(lane: UInt8, code: UInt8) {
    let short = FieldCounts.shortCode(of: code)
    lanes[laneCount] = lane << 2 | short
    laneCount += 1
    if short == 3 {
      codes[codeCount] = code
      codeCount += 1
    }
    mask |= 1 << UInt64(lane)
  }

  /// Ends a pair: its block within the superblock, and the greatest part of its lanes.
  package mutating func endPair(block: UInt8, best: Float) {
    if blocks.count % Int(LANES_GROUP) == 0 {
      groups.append(UInt8(truncatingIfNeeded: data.count))
      groups.append(UInt8(truncatingIfNeeded: data.count >> 8))
    }
    let start = data.count
    if laneCount + codeCount <= Int(LANES_MOST_LISTED_BYTES) {
      for index in 0..<laneCount { data.append(lanes[index]) }
    } else {
      for shift in stride(from: 0 as UInt64, to: 64, by: 8) { data.append(UInt8(truncatingIfNeeded: mask >> shift)) }
      appendShortCodes()
    }
    for index in 0..<codeCount { data.append(codes[index]) }
    blocks.append(block)
    bounds.append(Self.bound(best))
    sizes.append(UInt8(data.count - start))
    laneCount = 0
    codeCount = 0
    mask = 0
  }

  private mutating func appendShortCodes() {
    var byte: UInt8 = 0
    for rank in 0..<laneCount {
      byte |= (lanes[rank] & 3) << UInt8(2 * (rank & 3))
      if rank & 3 == 3 || rank == laneCount - 1 {
        data.append(byte)
        byte = 0
      }
    }
  }

  /// Appends which blocks hold the term, and their bounds.
  package func appendBounds(to bytes: inout [UInt8]) {
    if blocks.count <= Int(LANES_MOST_LISTED) {
      bytes.append(contentsOf: blocks)
    } else {
      var bitmap = [UInt8](repeating: 0, count: PostingsFormat.blocks / 8)
      for block in blocks { bitmap[Int(block >> 3)] |= 1 << (block & 7) }
      bytes.append(contentsOf: bitmap)
    }
    bytes.append(contentsOf: bounds)
  }

  /// Appends group offsets, sizes, and the pairs' bytes.
  package func appendPayload(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: groups)
    bytes.append(contentsOf: sizes)
    bytes.append(contentsOf: data)
  }

  /// A part from 0 to 1 as a byte, rounded up with room for the rounding of sums of parts; never 0, since a document whose occurrences
  /// count nothing answers too.
  static func bound(_ part: Float) -> UInt8 { UInt8(max(1, min(255, (Double(part) * 255.001).rounded(.up)))) }
}
