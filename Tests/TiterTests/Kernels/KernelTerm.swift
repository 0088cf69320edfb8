import CLanes
import TestSupport
import Titer

/// A term in a superblock: the bytes that kernels read, and, where they are valid, what they say.
struct KernelTerm {
  /// A block that holds the term.
  struct Pair {
    var block: Int
    var lanes: [(lane: Int, code: UInt8)]
    var bound: UInt8

    var mask: UInt64 { lanes.reduce(0) { $0 | 1 << UInt64($1.lane) } }
  }

  var pairs: [Pair] = []
  var count: Int
  var bounds: [UInt8]
  var payload: [UInt8]
  var scale: UInt32

  /// Valid bytes of a random term in up to `blocks` blocks.
  init(blocks: Int, _ random: inout SeededGenerator) {
    var (documents, codes, parts): ([UInt32], [UInt8], [UInt8]) = ([], [], [])
    let most = [2, 6, 64][Int.random(in: 0..<3, using: &random)]
    for block in Set((0..<blocks).map { _ in Int.random(in: 0..<256, using: &random) }).sorted() {
      let count = Int.random(in: 1...most, using: &random)
      let lanes = Set((0..<count).map { _ in Int.random(in: 0..<64, using: &random) })
      let coded = lanes.sorted().map { (lane: $0, code: Self.code(&random)) }
      documents += coded.map { UInt32(64 * block + $0.lane) }
      codes += coded.map(\.code)
      parts += coded.map { _ in .random(in: 1...255, using: &random) }
      pairs.append(Pair(block: block, lanes: coded, bound: parts.suffix(coded.count).max() ?? 0))
    }
    var writer = SuperblockWriter()
    count = writer.append(documents.span, codes: codes.span, parts: parts.span).pairs
    (bounds, payload) = (writer.bounds, writer.payload)
    scale = Self.scale(&random)
  }

  /// Random bytes.
  init(garbage random: inout SeededGenerator) {
    count = Bool.random(using: &random) ? .random(in: 0...256, using: &random) : .random(in: 0...40, using: &random)
    bounds = Self.bytes(count <= 32 ? 2 * count : 32 + count, &random)
    payload = Self.bytes(.random(in: 0...2000, using: &random), &random)
    scale = Self.scale(&random)
  }

  private static func code(_ random: inout SeededGenerator) -> UInt8 {
    if Bool.random(using: &random) { return FieldCounts.shortCodes[Int.random(in: 0..<3, using: &random)] }
    return UInt8.random(in: 0...63, using: &random) << 2 | UInt8.random(in: 0...2, using: &random)
  }

  private static func scale(_ random: inout SeededGenerator) -> UInt32 {
    .random(in: 0...(.max), using: &random) >> UInt32.random(in: 0...28, using: &random)
  }

  private static func bytes(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let most: UInt8 = Bool.random(using: &random) ? 255 : 9
    return (0..<count).map { _ in .random(in: 0...most, using: &random) }
  }

  /// The term's pair in a block.
  func pair(in block: Int) -> Pair? { pairs.first { $0.block == block } }
}
