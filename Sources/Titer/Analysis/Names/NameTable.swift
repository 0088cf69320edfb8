internal import CLanes

/// Remembers what stretches of text without white space are read as, so that those that come again need not be read again.
///
/// An open-addressing hash table over ``NameTokens``:
///
///     slot   [hash 4 | bytes at 4 | tokens at 4 | tokens 2 | atoms 1 | bytes 1 | context 1 | edges 2]
///
/// A stretch is known by its bytes and by what its reading depends on besides, see ``NameParser/Context``. Two of three different
/// ones come only once in a collection, so one is kept from the second time on. The table is emptied when it is full, which bounds its
/// memory and changes no token.
struct NameTable {
  /// What is known of a stretch.
  struct Stretch {
    /// Its tokens.
    var tokens: Range<Int>
    /// How many positions it takes.
    var atoms: Int
    var edges: NameEdges
  }

  private struct Slot: HashSlot {
    var hash: UInt32 = 0
    var bytes: UInt32 = 0
    var tokens: UInt32 = 0
    var tokenCount: UInt16 = 0
    var atoms: UInt8 = 0
    /// 0 in an empty slot.
    var count: UInt8 = 0
    var context = NameParser.Context()
    var edges = NameEdges()

    var isFree: Bool { count == 0 }
  }

  // Longer ones are read each time.
  private static let longest = 96

  /// The tokens of all stretches, and the stretches' bytes.
  var read: NameTokens
  private var slots = [Slot](repeating: Slot(), count: 1_024)
  private var count = 0
  private var seen: SeenHashes
  private var parser = NameParser()
  private let slotLimit: Int

  /// A table that is full when it takes about `memory` bytes, 128 KiB at least.
  init(memory: Int) {
    let memory = max(memory, 1 << 17)
    seen = SeenHashes(memory: memory / 32)
    // A third is for slots, of which half are taken.
    slotLimit = (memory / 3 / MemoryLayout<Slot>.stride).powerOfTwo
    read = NameTokens(memory: memory - memory / 32 - slotLimit * MemoryLayout<Slot>.stride)
  }

  /// Whether it must be emptied before more is read.
  var isFull: Bool { read.isFull || count * 2 >= slotLimit }

  /// Forgets all, but for what came before.
  mutating func removeAll() {
    read.removeAll()
    slots = [Slot](repeating: Slot(), count: 1_024)
    count = 0
  }

  /// Takes the numbers from all terms.
  mutating func forgetNumbers() {
    for index in read.tokens.indices { read.tokens[index].number = NameTokens.unnumbered }
  }

  /// What `text` is read as; of two parts the tokens of the first, which has `atoms`.
  mutating func stretch(_ text: Span<UInt8>, _ context: NameParser.Context, atoms: Int = .max) -> Stretch {
    stretch(text, context, hash: Self.hash(text, context), atoms: atoms)
  }

  /// What `text`, whose hash is known, is read as.
  @inline(__always)
  mutating func stretch(
    _ text: Span<UInt8>, _ context: NameParser.Context, hash: UInt32, atoms: Int = .max
  ) -> Stretch {
    let slot = slots[place(of: text, hash: hash, context)]
    guard !slot.isFree else { return read(text, hash: hash, context, atoms) }
    let start = Int(slot.tokens)
    return Stretch(tokens: start..<start + Int(slot.tokenCount), atoms: Int(slot.atoms), edges: slot.edges)
  }

  /// The hash of a stretch.
  @inline(__always)
  static func hash(_ text: Span<UInt8>, _ context: NameParser.Context) -> UInt32 {
    TermCache.hash(text) &+ UInt32(context.rawValue) &* 0x9E37_79B9
  }

  /// Begins to fetch the slots where stretches of `hashes` belong, and then what lies there.
  func prefetch(_ hashes: Span<UInt32>) {
    slots.prefetch(hashes)
    let mask = slots.count - 1
    unsafe read.bytes.withUnsafeBufferPointer { bytes in
      unsafe read.tokens.withUnsafeBufferPointer { tokens in
        guard let firstByte = bytes.baseAddress, let firstToken = tokens.baseAddress else { return }
        for index in hashes.indices {
          let slot = slots[Int(hashes[index]) & mask]
          unsafe lanes_prefetch(firstByte + Int(slot.bytes))
          unsafe lanes_prefetch(firstToken + Int(slot.tokens))
        }
      }
    }
  }

  @inline(__always)
  private func place(of text: Span<UInt8>, hash: UInt32, _ context: NameParser.Context) -> Int {
    slots.place(ofHash: hash) { slot in
      slot.hash == hash && Int(slot.count) == text.count && slot.context == context
        && ByteHash.matches(text, read.bytes, at: Int(slot.bytes))
    }
  }

  @inline(never)
  private mutating func read(
    _ text: Span<UInt8>, hash: UInt32, _ context: NameParser.Context, _ limit: Int
  ) -> Stretch {
    parser.read(text, context, limit: limit)
    let edges = NameEdges(parser)
    let isKept = text.count <= Self.longest && seen.insert(hash)
    let tokens = read.append(parser.tokens, isKept: isKept)
    if isKept {
      if count * 2 >= slots.count { slots = slots.doubled }
      slots[place(of: text, hash: hash, context)] = Slot(
        hash: hash, bytes: UInt32(read.append(text)), tokens: UInt32(tokens.lowerBound),
        tokenCount: UInt16(tokens.count), atoms: UInt8(parser.atoms.count), count: UInt8(text.count), context: context,
        edges: edges)
      count += 1
    }
    return Stretch(tokens: tokens, atoms: parser.atoms.count, edges: edges)
  }
}
