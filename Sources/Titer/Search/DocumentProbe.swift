internal import CLanes

/// Looks at one document of a segment under a query.
@safe final class DocumentProbe {
  let query: SegmentQuery
  private let document: Int
  private let pairs: UnsafeMutablePointer<lanes_pair>
  private let slots: UnsafeMutablePointer<UInt32>
  /// The terms that its block holds.
  private let held: BlockTerms

  /// The document numbered `document`, which the segment has.
  init(_ query: SegmentQuery, _ document: Int) {
    self.query = query
    self.document = document
    let count = query.terms.terms.count
    unsafe pairs = .allocate(capacity: max(count, 1))
    unsafe slots = .allocate(capacity: query.plan.terms.count + 1)
    unsafe slots.initialize(repeating: 0, count: query.plan.terms.count + 1)
    let block = document >> 6
    var (place, found) = (UInt8(block & 255), 0 as UInt32)
    let cursors = unsafe query.terms.cursors + block / PostingsFormat.blocks * count
    unsafe lanes_look_up(cursors, UInt32(count), &place, 1, pairs, &found)
    _ = unsafe lanes_masks(pairs, found)
    for index in 0..<Int(found) {
      unsafe slots[query.terms.numbers[Int(pairs[index].term)]] = UInt32(index + 1)
    }
    unsafe held = BlockTerms(block: block, pairs: pairs, count: Int(found), slots: slots)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe slots.deallocate()
  }

  private var lane: Int { document & 63 }

  /// The terms that it ranks by, as the engine counts them.
  var length: UInt32 { query.segment.lengths[document] }

  /// Whether it answers the query.
  func isMatch() throws(FormatError) -> Bool {
    guard let match = query.plan.match else { return false }
    let allowed = query.allowed(inBlock: held.block) & 1 << UInt64(lane)
    guard allowed != 0 else { return false }
    return try query.lanes(match, of: allowed, held) != 0
  }

  /// How often it holds a term of the query, by its number, in any texts; `nil` where it doesn't.
  func counts(ofTerm number: Int) throws(FormatError) -> FieldCounts? {
    guard let pair = unsafe held[number], unsafe pair.pointee.mask >> UInt64(lane) & 1 == 1 else { return nil }
    return try unsafe query.counts(pair, lane, UInt32(document))
  }
}
