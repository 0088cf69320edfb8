internal import CLanes

/// Two words near each other, each any of some, ready to be looked for in blocks of one segment: what strategies ask for most.
///
/// Of a block it reads only the terms that it holds, in lanes that have both, and compares their positions where they lie.
@safe final class NearWords: BlockPhrase {
  /// How many positions a word spans as the first of the two and as the second; 0 for one that it can't be.
  private struct Spans: BitwiseCopyable {
    var first = 0
    var second = 0
  }

  /// A word that the block holds.
  @safe private struct Held: BitwiseCopyable {
    let word: Int
    let pair: UnsafePointer<lanes_pair>
    var lanes: UInt64
    /// Where its positions in the next lane begin.
    var next = 0
    /// Where those that count in the lane that is looked at are.
    var start = 0
    var end = 0
  }

  // Positions of all words in one block; the slow way has no limit.
  private static let most = 16_384
  private let proximity: Query.Proximity
  /// The texts that count, which follow each other.
  private let fields: FieldSet
  private let words: PhraseWords
  private let spans: UnsafeMutablePointer<Spans>
  private let held: UnsafeMutablePointer<Held>
  private let places: UnsafeMutablePointer<UInt32>
  /// By held word and lane, how many positions there are.
  private let counts: UnsafeMutablePointer<UInt32>

  /// `condition` in the segment of `terms`; `nil` where it asks for more than two words near each other.
  init?(
    _ condition: QueryPlan.Condition, _ terms: SegmentTerms, _ placeOf: [Int], _ file: SegmentFile
  ) throws(FormatError) {
    guard condition.least <= 1, case .near(let parts, let proximity) = condition.places, parts.count == 2,
      proximity.order != .moved, proximity.gap < SegmentBuffer.textGap,
      let first = parts[0].word, let second = parts[1].word
    else { return nil }
    let fields = condition.fields.intersection(first.fields).intersection(second.fields)
    guard !fields.isEmpty, fields != [.title, .keywords] else { return nil }
    var spansOf: [Int: Spans] = [:]
    for (path, forms) in [(\Spans.first, first.forms), (\Spans.second, second.forms)] {
      for form in forms where placeOf[form.term] > 0 {
        let span = spansOf[form.term, default: Spans()][keyPath: path]
        guard span == 0 || span == form.span else { return nil }
        spansOf[form.term, default: Spans()][keyPath: path] = form.span
      }
    }
    self.proximity = proximity
    self.fields = fields
    let numbers = spansOf.keys.sorted()
    words = try PhraseWords(numbers.map { placeOf[$0] - 1 }, terms, file)
    let count = max(numbers.count, 1)
    unsafe spans = .allocate(capacity: count)
    for (word, number) in numbers.enumerated() { unsafe (spans + word).initialize(to: spansOf[number] ?? Spans()) }
    unsafe held = .allocate(capacity: count)
    unsafe places = .allocate(capacity: Self.most)
    unsafe counts = .allocate(capacity: PostingsFormat.lanes * count)
  }

  deinit {
    unsafe spans.deallocate()
    unsafe held.deallocate()
    unsafe places.deallocate()
    unsafe counts.deallocate()
  }

  func lanes(_ lanes: UInt64, _ block: BlockTerms) -> UInt64? {
    let (count, both) = hold(lanes, block)
    guard both != 0 else { return 0 }
    guard read(count, in: both, block) else { return nil }
    var found = both
    for lane in LaneSequence(both) {
      guard look(at: lane, count, block) else { return nil }
      if !areNear(count) { found &= ~(1 << UInt64(lane)) }
    }
    return found
  }

  /// Finds the words that the block holds in some lanes; returns how many, and the lanes that have a first and a second.
  private func hold(_ lanes: UInt64, _ block: BlockTerms) -> (count: Int, both: UInt64) {
    var (count, first, second) = (0, 0 as UInt64, 0 as UInt64)
    for slot in 0..<block.count {
      let pair = unsafe block.pairs + slot
      let (word, mask) = unsafe (words.word(at: pair.pointee.term), lanes & pair.pointee.mask)
      guard word >= 0, mask != 0 else { continue }
      if unsafe spans[word].first > 0 { first |= mask }
      if unsafe spans[word].second > 0 { second |= mask }
      unsafe held[count] = unsafe Held(word: word, pair: pair, lanes: mask)
      count += 1
    }
    return (count, first & second)
  }

  /// Reads the positions of the held words in some lanes; returns whether it could.
  private func read(_ count: Int, in lanes: UInt64, _ block: BlockTerms) -> Bool {
    var end = 0
    for index in 0..<count {
      unsafe held[index].lanes &= lanes
      let (word, left) = unsafe (held[index].word, held[index].lanes)
      unsafe held[index].next = end
      guard left != 0 else { continue }
      let read = unsafe words.read(
        word, left, held[index].pair, ofBlock: block.block, places + end, counts + PostingsFormat.lanes * index,
        most: Self.most - end)
      guard let read else { return false }
      end += read
    }
    return true
  }

  /// Looks at a lane, the first one or one behind the last; returns whether it could.
  private func look(at lane: Int, _ count: Int, _ block: BlockTerms) -> Bool {
    for index in 0..<count {
      let word = unsafe held + index
      let start = unsafe word.pointee.next
      unsafe word.pointee.start = start
      unsafe word.pointee.end = start
      guard unsafe word.pointee.lanes >> UInt64(lane) & 1 == 1 else { continue }
      let all = start..<start + Int(unsafe counts[PostingsFormat.lanes * index + lane])
      unsafe word.pointee.next = all.upperBound
      if fields == .all {
        unsafe word.pointee.end = all.upperBound
      } else {
        guard let counts = unsafe words.counts(word.pointee.word, word.pointee.pair, lane, block.document(lane)) else {
          return false
        }
        // Damaged counts may be more than there are positions.
        let range = counts.places(in: fields)
        unsafe word.pointee.start = min(start + range.lowerBound, all.upperBound)
        unsafe word.pointee.end = min(start + range.upperBound, all.upperBound)
      }
    }
    return true
  }

  /// Whether a first and a second word stand near each other in the lane that is looked at.
  private func areNear(_ count: Int) -> Bool {
    for one in 0..<count {
      let first = unsafe held[one]
      let span = unsafe spans[first.word].first
      guard span > 0, first.start < first.end else { continue }
      for other in 0..<count {
        let second = unsafe held[other]
        let otherSpan = unsafe spans[second.word].second
        if otherSpan > 0, areNear(first, span, second, otherSpan) { return true }
      }
    }
    return false
  }

  private func areNear(_ first: Held, _ span: Int, _ second: Held, _ otherSpan: Int) -> Bool {
    var start = second.start
    for index in first.start..<first.end {
      let place = Int(unsafe places[index])
      let earliest = proximity.order == .asWritten ? place + span : place - otherSpan - proximity.gap
      while start < second.end, Int(unsafe places[start]) < earliest { start += 1 }
      var next = start
      while next < second.end, case let other = Int(unsafe places[next]), other <= place + span + proximity.gap {
        if other >= place + span || other + otherSpan <= place { return true }
        next += 1
      }
    }
    return false
  }
}

extension QueryPlan.Places {
  /// A word, any of some forms that span so many positions each, in the texts in which it counts.
  fileprivate struct Word {
    var forms: [(term: Int, span: Int)]
    let fields: FieldSet
  }

  /// The word that it is; `nil` for more than one.
  fileprivate var word: Word? {
    switch self {
    case .phrase(let phrase): phrase.wordForms.map { Word(forms: $0, fields: phrase.fields) }
    case .any(let parts):
      parts.dropFirst().reduce(parts.first?.word) { word, part in
        guard let word, let other = part.word, other.fields == word.fields else { return nil }
        return Word(forms: word.forms + other.forms, fields: word.fields)
      }
    case .near: nil
    }
  }
}
