import CLanes
@_spi(Benchmarks) import Titer

/// The kernels over all postings of a query's terms: a pass each, without any of the decisions that a search takes.
///
/// All terms must be kept by superblock.
public final class KernelPasses {
  /// Blocks of the segment that hold a term.
  public private(set) var blocks = 0
  /// Terms times blocks that hold them.
  public private(set) var pairCount = 0
  /// Documents whose positions ``readPositions()`` reads.
  public var readings: Int { places.count }
  /// How many terms there are.
  public let terms: Int

  // Lane sums of more terms than this have 16 bits, as in a search.
  private static let mostNarrowTerms = 12
  private let query: MeasuredQuery
  private let cursors: UnsafeMutablePointer<lanes_cursor>
  private let superblocks: Int
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let counts: UnsafeMutablePointer<UInt32>
  private let sums: UnsafeMutablePointer<UInt16>
  private let masks: UnsafeMutablePointer<UInt64>
  private let positions: UnsafeMutablePointer<UInt32>
  private let positionCounts = UnsafeMutablePointer<UInt32>.allocate(capacity: 64)
  private var places: [Place] = []

  /// A lane of a pair, and where the positions of the pair's group are.
  private struct Place {
    var cursor: UnsafePointer<lanes_cursor>
    var pair: UnsafePointer<lanes_pair>
    var lane: UInt32
    var bytes: Range<UnsafePointer<UInt8>>
    var first: UInt32
  }

  /// Passes over the terms of `query`.
  @_spi(Benchmarks) public init(_ query: MeasuredQuery) throws {
    self.query = query
    terms = query.terms
    superblocks = query.superblocks
    cursors = query.cursors.assumingMemoryBound(to: lanes_cursor.self)
    let blockLimit = superblocks * Int(LANES_BLOCKS)
    pairs = .allocate(capacity: blockLimit * terms)
    pairs.initialize(repeating: lanes_pair(), count: blockLimit * terms)
    counts = .allocate(capacity: blockLimit)
    sums = .allocate(capacity: Int(LANES_BLOCKS))
    masks = .allocate(capacity: Int(LANES_BLOCKS))
    positions = .allocate(capacity: 4096)
    sums.initialize(repeating: 0, count: Int(LANES_BLOCKS))
    masks.initialize(repeating: 0, count: Int(LANES_BLOCKS))
    scale()
    gather()
    try findPlaces()
  }

  deinit {
    pairs.deallocate()
    counts.deallocate()
    sums.deallocate()
    masks.deallocate()
    positions.deallocate()
    positionCounts.deallocate()
  }

  private var isWide: Bool { terms > Self.mostNarrowTerms }
  private var threshold: UInt32 { isWide ? 20_000 : 200 }

  /// Lets 0.6 of the sum of all terms' best parts reach the threshold.
  private func scale() {
    let best = (0..<terms).reduce(0) { most, term in
      most + (0..<superblocks).reduce(0) { max($0, Int(cursors[$1 * terms + term].best)) }
    }
    let unit = Double(threshold) * 65_536 / (0.6 * Double(best))
    for index in 0..<superblocks * terms { cursors[index].scale = UInt32(unit.rounded(.up)) }
  }

  private func gather() {
    let all = [UInt64](repeating: .max, count: 4)
    for superblock in 0..<superblocks {
      let first = superblock * Int(LANES_BLOCKS)
      lanes_gather(cursors + superblock * terms, UInt32(terms), all, pairs + first * terms, counts + first)
    }
    for block in 0..<superblocks * Int(LANES_BLOCKS) where counts[block] > 0 {
      blocks += 1
      pairCount += Int(counts[block])
    }
    _ = findMasks()
  }

  private func findPlaces() throws {
    for block in 0..<superblocks * Int(LANES_BLOCKS) {
      for pair in 0..<Int(counts[block]) {
        let pair = UnsafePointer(pairs + (block * terms + pair))
        let superblock = block / Int(LANES_BLOCKS)
        let rank = Int(pair.pointee.rank)
        let bytes = try query.positions(ofTerm: Int(pair.pointee.term), superblock: superblock, rank: rank)
        guard let bytes else { preconditionFailure("expected the kernels' terms in more than 256 documents each") }
        places.append(
          Place(
            cursor: cursors + (superblock * terms + Int(pair.pointee.term)), pair: pair,
            lane: UInt32(63 - pair.pointee.mask.leadingZeroBitCount), bytes: bytes, first: UInt32(rank / 8 * 8)))
      }
    }
  }

  /// Sums up the bounds of all blocks.
  public func addBounds() -> Int {
    var total = 0
    for superblock in 0..<superblocks {
      sums.update(repeating: 0, count: Int(LANES_BLOCKS))
      for term in 0..<terms {
        let cursor = cursors + (superblock * terms + term)
        lanes_add_bounds(sums, cursor.pointee.bounds, cursor.pointee.pairs, 20)
      }
      total += Int(sums[superblock])
    }
    return total
  }

  /// Filters the lanes of all blocks, by sums of 8 bits for up to 12 terms and of 16 for more; returns how many are left.
  public func filter() -> Int {
    var left = 0
    for block in 0..<superblocks * Int(LANES_BLOCKS) where counts[block] > 0 {
      let cursors = cursors + block / Int(LANES_BLOCKS) * terms
      left += lanes_filter(cursors, pairs + block * terms, counts[block], threshold, isWide).nonzeroBitCount
    }
    return left
  }

  /// Finds the lanes of all pairs; returns how many hold a term.
  public func findMasks() -> Int {
    var held = 0
    for block in 0..<superblocks * Int(LANES_BLOCKS) where counts[block] > 0 {
      held += lanes_masks(pairs + block * terms, counts[block]).nonzeroBitCount
    }
    return held
  }

  /// Forms the union of all terms' documents, superblock after superblock.
  public func expand() -> Int {
    var total: UInt64 = 0
    for superblock in 0..<superblocks {
      masks.update(repeating: 0, count: Int(LANES_BLOCKS))
      for term in 0..<terms { lanes_expand(masks, cursors + (superblock * terms + term)) }
      total ^= masks[superblock]
    }
    return total.nonzeroBitCount
  }

  /// Reads the positions of one document of each pair, the last, and returns how many there are.
  public func readPositions() -> Int {
    var total = 0
    for place in places {
      var start: UnsafePointer<UInt8>? = place.bytes.lowerBound
      total += Int(
        lanes_positions(
          place.cursor, place.pair, 1 << UInt64(place.lane), &start, place.bytes.upperBound, place.first, positions,
          4096,
          positionCounts))
    }
    return total
  }

  /// Runs `body` with the portable kernels, then with the best ones again.
  public static func withPortableKernels<T>(_ body: () throws -> T) rethrows -> T {
    lanes_use_portable(true)
    defer { lanes_use_portable(false) }
    return try body()
  }

  /// Whether there are AVX2 kernels here.
  public static var areWide: Bool { lanes_are_wide() }
}
