/// The hash XXH64 with the seed 0 (Yann Collet, “xxHash fast digest algorithm”, of which it keeps the names).
///
/// It takes in 32 bytes at a step, while a hash of single bytes takes longer than all the rest of reading a record.
package enum XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The hash of `bytes`.
  package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    let stripesEnd = bytes.count & ~31
    var hash = stripesEnd > 0 ? stripes(bytes.extracting(..<stripesEnd)) : prime5
    hash &+= UInt64(bytes.count)
    addRest(bytes.extracting(stripesEnd...), to: &hash)
    return avalanche(hash)
  }

  /// Four sums, each over every fourth word.
  private static func stripes(_ bytes: Span<UInt8>) -> UInt64 {
    var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
    for offset in stride(from: 0, to: bytes.count, by: 32) {
      a = round(a, bytes.word(at: offset))
      b = round(b, bytes.word(at: offset + 8))
      c = round(c, bytes.word(at: offset + 16))
      d = round(d, bytes.word(at: offset + 24))
    }
    let sum = a.rotated(1) &+ b.rotated(7) &+ c.rotated(12) &+ d.rotated(18)
    return merge(merge(merge(merge(sum, a), b), c), d)
  }

  /// The last bytes, fewer than 32.
  private static func addRest(_ bytes: Span<UInt8>, to hash: inout UInt64) {
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ round(0, bytes.word(at: offset))).rotated(27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= bytes.count {
      hash = (hash ^ (bytes.littleEndian(at: offset, count: 4) &* prime1)).rotated(23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      hash = (hash ^ (UInt64(bytes[offset]) &* prime5)).rotated(11) &* prime1
      offset += 1
    }
  }

  private static func round(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    (sum &+ word &* prime2).rotated(31) &* prime1
  }

  private static func merge(_ hash: UInt64, _ sum: UInt64) -> UInt64 {
    (hash ^ round(0, sum)) &* prime1 &+ prime4
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    let once = (hash ^ hash >> 33) &* prime2
    let twice = (once ^ once >> 29) &* prime3
    return twice ^ twice >> 32
  }
}

extension UInt64 {
  fileprivate func rotated(_ bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}

extension Span<UInt8> {
  fileprivate func littleEndian(at offset: Int, count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }
}
