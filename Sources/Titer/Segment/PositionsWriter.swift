// The positions of a term, document by document.
//
// A position is the gap to the one before in its document (the first: itself), a byte when it is below 255, else 255 and
// a varint of what is above that. The positions of a plain list follow each other. Those of a term in superblocks begin with a
// directory, so that any document's can be found:
//
//     4 bytes    a superblock: offset of its positions, and one more for the end
//     a superblock: for every 8 pairs the offset of the first one's positions, of 2 bytes when the superblock's
//                positions take up to 65,535 bytes, else of 4; the positions
//
// A term for ranking alone has none, and no directory.
//
// Example: a term in document 3 at positions 0 and 7, and in document 5 at position 300, is 00 07 ff 2d.

/// Writes the positions of one term after the other.
struct PositionsWriter: Sendable {
  private var writer = ByteWriter()
  private var superblock = ByteWriter()
  private var groups: [Int] = []

  /// What was appended.
  var bytes: [UInt8] { writer.bytes }

  /// The number of bytes appended.
  var count: Int { writer.count }

  /// Appends the positions of a plain list, and returns where they lie.
  mutating func appendList(_ term: TermOccurrences) -> Range<Int> {
    let start = writer.count
    guard !term.positions.isEmpty else { return start..<start }
    var next = 0
    for counts in term.counts { Self.append(term.positions, from: &next, count: Int(counts.total), to: &writer) }
    return start..<writer.count
  }

  /// Appends the positions of a term in superblocks, and returns where they lie.
  mutating func appendBlocks(_ term: TermOccurrences, superblocks: Int) -> Range<Int> {
    let start = writer.count
    guard !term.positions.isEmpty else { return start..<start }
    var data = ByteWriter()
    var offsets: [UInt32] = []
    var (document, next) = (0, 0)
    for number in 0..<superblocks {
      offsets.append(UInt32(data.count))
      collect(term, superblock: number, document: &document, next: &next)
      let isWide = superblock.count > 65_535
      for offset in groups {
        if isWide { data.fixed32(UInt32(offset)) } else { data.append([UInt8(offset & 255), UInt8(offset >> 8)]) }
      }
      data.append(superblock.bytes)
    }
    offsets.append(UInt32(data.count))
    for offset in offsets { writer.fixed32(offset) }
    writer.append(data.bytes)
    return start..<writer.count
  }

  /// Fills `superblock` and `groups` with the positions of a superblock's documents.
  private mutating func collect(
    _ term: TermOccurrences, superblock number: Int, document: inout Int, next: inout Int
  ) {
    superblock.removeAll()
    groups.removeAll(keepingCapacity: true)
    let end = UInt64((number + 1) * PostingsFormat.documents)
    var pairs = 0
    var lastBlock: UInt32?
    while document < term.documents.count, UInt64(term.documents[document]) < end {
      let block = term.documents[document] / UInt32(PostingsFormat.lanes)
      if block != lastBlock {
        if pairs % PostingsFormat.positionsGroup == 0 { groups.append(superblock.count) }
        pairs += 1
        lastBlock = block
      }
      Self.append(term.positions, from: &next, count: Int(term.counts[document].total), to: &superblock)
      document += 1
    }
  }

  private static func append(_ positions: [UInt32], from next: inout Int, count: Int, to writer: inout ByteWriter) {
    var last: UInt32 = 0
    for index in next..<next + count {
      let gap = positions[index] - last
      if gap < 255 {
        writer.byte(UInt8(gap))
      } else {
        writer.byte(255)
        writer.varint(Int(gap - 255))
      }
      last = positions[index]
    }
    next += count
  }
}
