import CLanes
import Titer

/// All that the kernels say of some terms in a superblock.
struct KernelFindings: Equatable {
  /// What they say of a block.
  struct Block: Equatable {
    var terms: [Int] = []
    var ranks: [UInt16] = []
    var bounds: [UInt8] = []
    var sizes: [UInt8] = []
    var offsets: [Int] = []
    var masks: [UInt64] = []
    var union: UInt64 = 0
    var codes: [[UInt8]] = []
    var lanes: [UInt64] = []
    /// Whether all counts were plain.
    var isScored = false
    /// By lane the bits of its score.
    var scores: [UInt32] = []
    /// The lanes whose score is 2 or more.
    var reaching: UInt64 = 0
  }

  /// What is asked.
  struct Question {
    var terms: [KernelTerm]
    var weights: [UInt16]
    var blocks: [UInt8]
    var low: UInt16
    var narrow: UInt32
    var wide: UInt32
  }

  var sums = [UInt16](repeating: 0, count: 256)
  var selected: [UInt64] = []
  var greatest: [UInt16] = []
  var presence: [[UInt64]] = []
  var expanded: [[UInt64]] = []
  /// By term and texts, the lanes that have the term there.
  var expandedTexts: [[UInt64]] = []
  /// By term and texts, whether the counts of all lanes were there.
  var areSound: [Bool] = []
  var listed: [UInt8] = []
  var kept: [UInt16] = []
  var blocks: [Block] = []

  /// The bits of codes for some texts.
  static let texts = [[.title], [.abstract], [.keywords], [.title, .abstract], .all].map(FieldCounts.bits)

  /// Asks the kernels that are in use.
  init(_ question: Question) {
    let memory = KernelMemory(question.terms)
    for (index, weight) in question.weights.enumerated() {
      let cursor = unsafe memory.cursors[index]
      var words: [UInt64] = [0, 0, 0, 0]
      unsafe lanes_add_bounds(&sums, cursor.bounds, cursor.pairs, weight)
      unsafe lanes_presence(&words, cursor.bounds, cursor.pairs)
      presence.append(words)
      var masks = [UInt64](repeating: 0, count: 256)
      unsafe lanes_expand(&masks, memory.cursors + index)
      expanded.append(masks)
      for texts in Self.texts {
        masks = [UInt64](repeating: 0, count: 256)
        areSound.append(unsafe lanes_expand_texts(&masks, memory.cursors + index, texts))
        expandedTexts.append(masks)
      }
    }
    for group in 0..<4 {
      let part = Array(sums[64 * group..<64 * group + 64])
      selected.append(unsafe lanes_select(part, question.low))
      greatest.append(unsafe lanes_greatest(part))
    }
    listed = [UInt8](repeating: 0, count: 256)
    listed.removeLast(256 - Int(unsafe lanes_list(sums, question.low, &listed)))
    kept = sums
    unsafe lanes_keep_sums(&kept, presence[0])
    blocks = question.blocks.map { Self.block($0, question, memory) }
  }

  private static func block(_ block: UInt8, _ question: Question, _ memory: KernelMemory) -> Block {
    let terms = question.terms.count
    var found = Block()
    var pairs = unsafe [lanes_pair](repeating: lanes_pair(), count: terms)
    var count: UInt32 = 0
    unsafe lanes_look_up(memory.cursors, UInt32(terms), [block], 1, &pairs, &count)
    found.union = unsafe lanes_masks(&pairs, count)
    for index in 0..<Int(count) {
      var pair = unsafe pairs[index]
      let cursor = unsafe memory.cursors[Int(pair.term)]
      unsafe found.terms.append(Int(pair.term))
      unsafe found.ranks.append(pair.rank)
      unsafe found.bounds.append(pair.bound)
      unsafe found.sizes.append(pair.size)
      unsafe found.offsets.append(pair.data - cursor.payload)
      unsafe found.masks.append(pair.mask)
      unsafe found.codes.append(codes(&pair))
    }
    unsafe score(pairs, count, question, &found)
    for (threshold, isWide) in [(question.narrow, false), (question.wide, true)] {
      var filtered = unsafe pairs
      let lanes = unsafe lanes_filter(memory.cursors, &filtered, count, threshold, isWide)
      found.lanes.append(lanes)
      // When no lane can reach the threshold, masks may be left unset.
      if lanes != 0 { unsafe found.masks += filtered.prefix(Int(count)).map { unsafe $0.mask } }
    }
    return found
  }

  /// The length of the document in a lane.
  static func length(_ lane: Int) -> UInt16 { UInt16(20 + lane * lane) }

  /// The weight of a term.
  static func weight(_ term: Int) -> Float { term % 5 == 4 ? 0 : 0.7 + Float(term) }

  private static func score(_ pairs: [lanes_pair], _ count: UInt32, _ question: Question, _ found: inout Block) {
    let table = (0...255).map { FieldCounts(code: UInt8($0)).total }.map { Float($0) }
    var slots = [UInt32](repeating: 0, count: question.terms.count)
    for index in 0..<Int(count) { slots[found.terms[index]] = UInt32(index + 1) }
    var norm = BM25(documents: 1_000, tokens: 150_000).norm
    var scores = [Float](repeating: 0, count: 64)
    found.reaching = found.union
    found.isScored = unsafe table.withUnsafeBufferPointer { table in
      let terms = unsafe question.terms.indices.map {
        unsafe lanes_term(frequencies: table.baseAddress, weight: weight($0))
      }
      return unsafe lanes_score(
        terms, UInt32(terms.count), slots, pairs, &norm, (0..<64).map(length), 2, &found.reaching, &scores)
    }
    found.scores = scores.map(\.bitPattern)
  }

  /// The codes of a pair, all at once and then one by one.
  private static func codes(_ pair: inout lanes_pair) -> [UInt8] {
    var codes = [UInt8](repeating: 0, count: 64)
    let count = Int(unsafe lanes_codes(&pair, &codes))
    let mask = unsafe pair.mask
    let single = (0..<64 as Range<UInt32>).filter { mask >> UInt64($0) & 1 == 1 }.map { unsafe lanes_code(&pair, $0) }
    return codes.prefix(count) + single
  }
}

/// The bytes of terms, each with the slack that kernels may read, and their cursors.
@safe final class KernelMemory {
  let cursors: UnsafeMutablePointer<lanes_cursor>
  private var blocks: [UnsafeMutablePointer<UInt8>] = unsafe []

  init(_ terms: [KernelTerm]) {
    unsafe cursors = .allocate(capacity: max(terms.count, 1))
    for (index, term) in terms.enumerated() {
      let bytes = term.bounds + term.payload + [UInt8](repeating: 0, count: Int(LANES_SLACK))
      let block = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
      unsafe block.initialize(from: bytes, count: bytes.count)
      unsafe blocks.append(block)
      unsafe (cursors + index).initialize(
        to: lanes_cursor(
          bounds: block, payload: block + term.bounds.count, pairs: UInt32(term.count),
          size: UInt32(term.payload.count), best: 255, scale: term.scale, exceptions: block, exception_count: 0,
          first_block: 0))
    }
  }

  deinit {
    while let block = unsafe blocks.popLast() { unsafe block.deallocate() }
    unsafe cursors.deallocate()
  }
}
