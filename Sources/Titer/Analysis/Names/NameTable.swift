internal import CLanes

/// Remembers what stretches of text without white space are read as, so that each different one is read once.
///
/// An open-addressing hash table over one array of bytes and one of tokens:
///
///     slots   [hash 4 | bytes at 4 | tokens at 4 | tokens 2 | atoms 1 | bytes 1 | context 1 | edges 2]
///     bytes   … a stretch, the terms of its tokens, a stretch, …
///     tokens  … those of a stretch, those of the next, …
///
/// A stretch is remembered by its bytes and by what its reading depends on besides, see ``NameParser/Context``. The table is emptied
/// when it is full, which bounds its memory and changes no token.
struct NameTable {
  /// A token, its places counted from the beginning of its stretch.
  struct Entry {
    /// Where the term's bytes begin in `bytes`.
    fileprivate(set) var term: UInt32
    /// The number that its user gave the term.
    var number = NameTable.unnumbered
    fileprivate(set) var position: UInt32
    fileprivate(set) var sourceStart: UInt32
    fileprivate(set) var sourceEnd: UInt32
    fileprivate(set) var termCount: UInt8
    fileprivate(set) var length: UInt8
    fileprivate(set) var rule: Token.Rule
    fileprivate(set) var layer: Token.Layer

    /// The term's bytes.
    var termRange: Range<Int> { Int(term)..<Int(term) + Int(termCount) }
    /// The bytes of the stretch that it stands for.
    var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }

    /// Whether it makes a document longer.
    var counts: Bool { layer.counts(rule) }
  }

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

  /// The number of a term that got none yet.
  static let unnumbered = UInt32.max
  // Longer ones are read each time, and stay till the table is emptied.
  private static let longest = 96

  /// The bytes of terms, and of stretches.
  private(set) var bytes: [UInt8] = []
  /// The tokens of all stretches.
  var tokens: [Entry] = []
  private var slots = [Slot](repeating: Slot(), count: 1_024)
  private var count = 0
  private let memory: Int
  private var parser = NameParser()

  /// A table that is full when it takes `memory` bytes.
  init(memory: Int) {
    self.memory = memory
  }

  /// Whether it must be emptied before more is read.
  var isFull: Bool {
    // Arrays that grow by doubling.
    let filled = bytes.count + MemoryLayout<Entry>.stride * tokens.count
    return MemoryLayout<Slot>.stride * slots.count + 2 * filled >= memory
  }

  /// Forgets all.
  mutating func removeAll() { self = NameTable(memory: memory) }

  /// Takes the numbers from all terms.
  mutating func forgetNumbers() {
    for index in tokens.indices { tokens[index].number = Self.unnumbered }
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
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe tokens.withUnsafeBufferPointer { tokens in
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
        && ByteHash.matches(text, bytes, at: Int(slot.bytes))
    }
  }

  @inline(never)
  private mutating func read(
    _ text: Span<UInt8>, hash: UInt32, _ context: NameParser.Context, _ limit: Int
  ) -> Stretch {
    parser.read(text, context, limit: limit)
    let start = tokens.count
    for token in parser.tokens.tokens { append(token) }
    let edges = NameEdges(parser)
    if text.count <= Self.longest {
      if count * 2 >= slots.count { slots = slots.doubled }
      slots[place(of: text, hash: hash, context)] = Slot(
        hash: hash, bytes: UInt32(bytes.count), tokens: UInt32(start), tokenCount: UInt16(tokens.count - start),
        atoms: UInt8(parser.atoms.count), count: UInt8(text.count), context: context, edges: edges)
      for index in text.indices { bytes.append(text[index]) }
      count += 1
    }
    return Stretch(tokens: start..<tokens.count, atoms: parser.atoms.count, edges: edges)
  }

  private mutating func append(_ token: Token) {
    tokens.append(
      Entry(
        term: UInt32(bytes.count), position: UInt32(token.position), sourceStart: UInt32(token.source.lowerBound),
        sourceEnd: UInt32(token.source.upperBound), termCount: UInt8(token.term.count), length: UInt8(token.length),
        rule: token.rule, layer: token.layer))
    bytes.append(contentsOf: parser.tokens.bytes[token.term])
  }
}
