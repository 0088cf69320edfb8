/// The tokens that stretches of text were read as.
///
///     tokens  ring | those of a stretch, those of the next, …
///     bytes   ring | the terms of a stretch's tokens, the stretch, …
///
/// Those that are not kept are written in the ring, where the next ones overwrite them after a while.
struct NameTokens {
  /// A token, its places counted from the beginning of its stretch.
  struct Entry {
    /// Where the term's bytes begin in `bytes`.
    private(set) var term: UInt32
    /// The number that its user gave the term.
    var number = NameTokens.unnumbered
    private(set) var position: UInt32
    private(set) var sourceStart: UInt32
    private(set) var sourceEnd: UInt32
    private(set) var termCount: UInt8
    private(set) var length: UInt8
    private(set) var rule: Token.Rule
    private(set) var layer: Token.Layer

    /// The term's bytes.
    var termRange: Range<Int> { Int(term)..<Int(term) + Int(termCount) }
    /// The bytes of the stretch that it stands for.
    var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }

    /// Whether it makes a document longer.
    var counts: Bool { layer.counts(rule) }

    /// A free place.
    fileprivate init() {
      (term, position, sourceStart, sourceEnd, termCount, length) = (0, 0, 0, 0, 0, 0)
      (rule, layer) = (.word, .both)
    }

    /// A token of a buffer whose bytes stand from `start` on.
    fileprivate init(_ token: Token, bytesFrom start: Int) {
      term = UInt32(start + token.term.lowerBound)
      position = UInt32(token.position)
      sourceStart = UInt32(token.source.lowerBound)
      sourceEnd = UInt32(token.source.upperBound)
      termCount = UInt8(token.term.count)
      length = UInt8(token.length)
      (rule, layer) = (token.rule, token.layer)
    }
  }

  /// The number of a term that got none yet.
  static let unnumbered = UInt32.max
  /// How many more stretches may be appended before the tokens of one that was not kept are gone.
  private static let lifetime = 3
  // What takes more than its share of them lasts till all is forgotten.
  private static let ringTokens = 1_024
  private static let ringBytes = 8_192

  /// The bytes of terms, and of stretches.
  private(set) var bytes: [UInt8] = []
  /// The tokens.
  var tokens: [Entry] = []
  private var ring = (token: 0, byte: 0)
  private let tokenLimit: Int
  private let byteLimit: Int

  /// None, in what is full when it takes `memory` bytes.
  init(memory: Int) {
    // What a stretch takes on average.
    tokenLimit = memory * 7 / 10 / MemoryLayout<Entry>.stride
    byteLimit = memory * 3 / 10
    removeAll()
  }

  /// Whether it must be emptied before more is read: there may be no room for one more stretch.
  var isFull: Bool { tokens.count + Self.ringTokens >= tokenLimit || bytes.count + Self.ringBytes >= byteLimit }

  /// Forgets all.
  mutating func removeAll() {
    // A stretch of many pages may have taken more.
    tokens.removeAll(keepingCapacity: tokens.capacity <= 2 * tokenLimit)
    bytes.removeAll(keepingCapacity: bytes.capacity <= 2 * byteLimit)
    // Memory that is reserved is taken only when it is written to.
    tokens.reserveCapacity(tokenLimit)
    bytes.reserveCapacity(byteLimit)
    tokens.append(contentsOf: repeatElement(Entry(), count: Self.ringTokens))
    bytes.append(contentsOf: repeatElement(0, count: Self.ringBytes))
    ring = (0, 0)
  }

  /// Appends the bytes of a stretch that is kept; returns where they begin.
  mutating func append(_ text: Span<UInt8>) -> Int {
    let start = bytes.count
    for index in text.indices { bytes.append(text[index]) }
    return start
  }

  /// Appends the tokens of a stretch; returns their places.
  mutating func append(_ read: TokenBuffer, isKept: Bool) -> Range<Int> {
    // One share more, since what does not fit at the end of a ring leaves a gap there.
    let shares = Self.lifetime + 2
    let fits = shares * read.tokens.count <= Self.ringTokens && shares * read.bytes.count <= Self.ringBytes
    return !isKept && fits ? write(read) : append(read)
  }

  private mutating func append(_ read: TokenBuffer) -> Range<Int> {
    let start = tokens.count
    for token in read.tokens { tokens.append(Entry(token, bytesFrom: bytes.count)) }
    bytes.append(contentsOf: read.bytes)
    return start..<tokens.count
  }

  /// Writes tokens in the ring.
  private mutating func write(_ read: TokenBuffer) -> Range<Int> {
    if ring.token + read.tokens.count > Self.ringTokens { ring.token = 0 }
    if ring.byte + read.bytes.count > Self.ringBytes { ring.byte = 0 }
    let start = ring
    for index in read.tokens.indices { tokens[start.token + index] = Entry(read.tokens[index], bytesFrom: start.byte) }
    for index in read.bytes.indices { bytes[start.byte + index] = read.bytes[index] }
    ring = (start.token + read.tokens.count, start.byte + read.bytes.count)
    return start.token..<ring.token
  }
}
