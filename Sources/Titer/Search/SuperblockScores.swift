internal import CLanes

/// The scores of some documents of a superblock, made term after term in the order of the query.
///
/// So the sums are those of one document after the other, and documents that aren't asked for cost next to nothing.
@safe struct SuperblockScores: ~Copyable {
  private let query: SegmentQuery
  private let walk: PairWalk
  // By lane of a superblock, its score and what its length adds to the denominator of a part.
  private let scores: UnsafeMutablePointer<Float>
  private let norms: UnsafeMutablePointer<Float>

  /// Scores under `query`.
  init(_ query: SegmentQuery, _ walk: PairWalk) {
    self.query = query
    self.walk = walk
    unsafe scores = .allocate(capacity: PostingsFormat.documents)
    unsafe norms = .allocate(capacity: PostingsFormat.documents)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe norms.deallocate()
  }

  /// The score of a lane, counted from the superblock's first, that was asked for last.
  subscript(lane: Int) -> Float { unsafe scores[lane] }

  /// Scores the documents in `masks`, those of the superblock whose first block is `first`.
  func score(_ masks: borrowing LaneMasks, _ first: Int) throws(FormatError) {
    let blocks = BlockSet(masks)
    guard !blocks.isEmpty else { return }
    begin(masks, first)
    for number in query.plan.terms.indices { try addParts(of: number, masks, blocks, first) }
  }

  private func begin(_ masks: borrowing LaneMasks, _ first: Int) {
    for index in 0..<PostingsFormat.blocks {
      for lane in LaneSequence(masks[index]) {
        let length = query.segment.lengths[(first + index) << 6 + lane]
        unsafe scores[index << 6 + lane] = 0
        unsafe norms[index << 6 + lane] = query.scoring.norm(length: length)
      }
    }
  }

  private func addParts(
    of number: Int, _ masks: borrowing LaneMasks, _ blocks: BlockSet, _ first: Int
  ) throws(FormatError) {
    let place = query.placeOf[number] - 1
    guard place >= 0, case let term = query.terms.terms[place], term.weight > 0 else { return }
    let frequencies = unsafe term.table.start
    let cursor = unsafe query.terms.cursor(place, superblock: first / PostingsFormat.blocks)
    try unsafe walk.visit(blocks, cursor) { (block, lanes, codes) throws(FormatError) in
      let wanted = masks[block]
      guard lanes & wanted != 0 else { return }
      for (index, lane) in LaneSequence(lanes).enumerated() where wanted >> UInt64(lane) & 1 == 1 {
        let code = Int(unsafe codes[index])
        let frequency =
          try unsafe code > 0
          ? frequencies[code]
          : term.table.frequency(term.postings.exception(of: UInt32((first + block) << 6 + lane)))
        // Nothing is added for a term that doesn't stand in the texts that count.
        guard frequency > 0 else { continue }
        let slot = block << 6 + lane
        unsafe scores[slot] += term.weight * (frequency / (frequency + norms[slot]))
      }
    }
  }
}
