/// Where the positions of a term's superblocks lie.
struct PositionsDirectory: ~Escapable {
  /// The positions of a superblock.
  struct Superblock {
    /// Of every 8 pairs the offset of the first one's positions in `data`.
    var offsets: [Int]
    /// Their bytes among the term's.
    var data: Range<Int>
  }

  private let bytes: Span<UInt8>
  private let size: Int

  /// The directory at the start of a term's positions.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, superblocks: Int) {
    self.bytes = bytes
    size = 4 * (superblocks + 1)
  }

  /// Where the positions of superblock `number` lie, which has `pairs` pairs.
  func superblock(_ number: Int, pairs: Int) throws(FormatError) -> Superblock {
    let (table, width, groups, end) = try layout(number, pairs: pairs)
    var offsets: [Int] = []
    for group in 0..<groups { offsets.append(offset(table + width * group, width)) }
    return Superblock(offsets: offsets, data: table + width * groups..<end)
  }

  /// Where the positions of the pair begin that is the first of its group of 8.
  func start(ofGroup group: Int, _ number: Int, pairs: Int) throws(FormatError) -> Int {
    let (table, width, groups, _) = try layout(number, pairs: pairs)
    guard group < groups else { throw FormatError(expected: "\(group + 1) groups of positions", found: "\(groups)") }
    return table + width * groups + offset(table + width * group, width)
  }

  private func layout(
    _ number: Int, pairs: Int
  ) throws(FormatError) -> (table: Int, width: Int, groups: Int, end: Int) {
    guard bytes.count >= size else {
      throw FormatError(expected: "a directory of positions of \(size) bytes", found: "\(bytes.count)")
    }
    let start = Int(bytes.fixed32(at: 4 * number))
    let end = Int(bytes.fixed32(at: 4 * number + 4))
    let groups = (pairs + PostingsFormat.positionsGroup - 1) / PostingsFormat.positionsGroup
    let width = end - start - 2 * groups > 65_535 ? 4 : 2
    guard end <= bytes.count - size, end - start >= width * groups else {
      throw FormatError(expected: "positions within \(bytes.count) bytes", found: "\(start) to \(end)")
    }
    return (size + start, width, groups, size + end)
  }

  private func offset(_ place: Int, _ width: Int) -> Int {
    width == 4 ? Int(bytes.fixed32(at: place)) : Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }
}

extension ByteReader {
  /// Reads the gap between two positions.
  mutating func gap() throws(FormatError) -> Int {
    let first = Int(try byte())
    guard first == 255 else { return first }
    let rest = try varint()
    guard rest < 1 << 32 else { throw FormatError(expected: "a gap of 32 bits", found: "\(rest)") }
    return 255 + rest
  }
}
