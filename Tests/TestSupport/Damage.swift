package import Titer

/// Damaged copies of a segment's file: a bit flipped, a byte replaced, or a run of random bytes, up to three of these.
package struct Damage {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  private var random: SeededGenerator

  /// Damage to some sections of `file`.
  package init(_ file: SegmentFile, in sections: [Section], seed: UInt64) {
    bytes = Self.bytes(of: file)
    ranges = sections.map { file.range(of: $0) }.filter { !$0.isEmpty }
    random = SeededGenerator(seed: seed)
  }

  /// The next damaged bytes.
  package mutating func nextBytes() -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      // The first bytes of a section are those of directories.
      let end = Bool.random(using: &random) ? range.upperBound : min(range.upperBound, range.lowerBound + 200)
      let place = Int.random(in: range.lowerBound..<end, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: damaged[place] = [0, 1, 127, 128, 254, 255][Int.random(in: 0..<6, using: &random)]
      case 2: damaged[place] = .random(in: 0...255, using: &random)
      default:
        let run = place..<min(range.upperBound, place + Int.random(in: 1...100, using: &random))
        for place in run { damaged[place] = .random(in: 0...255, using: &random) }
      }
    }
    return damaged
  }

  /// The next damaged file.
  package mutating func next() throws -> FileRegion { try Self.region(nextBytes()) }

  /// A copy of `file` with bytes at some places replaced.
  package static func file(_ file: SegmentFile, _ changes: [(place: Int, bytes: [UInt8])]) throws -> FileRegion {
    var damaged = bytes(of: file)
    for (place, bytes) in changes { damaged.replaceSubrange(place..<place + bytes.count, with: bytes) }
    return try region(damaged)
  }

  private static func bytes(of file: SegmentFile) -> [UInt8] {
    unsafe file.region.bytes.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// A file that is gone once it is mapped.
  private static func region(_ bytes: [UInt8]) throws -> FileRegion {
    let folder = TemporaryFolder()
    try folder.write("segment-1", bytes)
    return try withExtendedLifetime(folder) { try FileRegion(path: folder.file("segment-1")) }
  }
}
