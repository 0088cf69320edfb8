/// One occurrence of a term in a text.
public struct Token: Sendable, Equatable {
  /// Why a text has a token.
  public enum Rule: String, Sendable, CaseIterable {
    /// It is one of its words.
    case word
    /// A Roman numeral's number.
    case roman
    /// ä, ö, ü, ø or å written out.
    case umlaut
    /// A name's parts as one word.
    case joined
    /// With Latin letters for Greek ones.
    case initial
    /// Without what stands in brackets.
    case optional
    /// Parts with spaces between them as one word.
    case spaced
    /// A name of capitals.
    case capitals
    /// With its sign.
    case sign
    /// With the word for its sign.
    case spelledSign
    /// What a slash leaves out.
    case coordination
    /// Without what tells mirror images apart.
    case locant
    /// A family of fatty acids by its other name.
    case fattyAcid
    /// A number and its exponent.
    case power
  }

  /// What a token is for.
  public enum Layer: UInt8, Sendable {
    /// Ranking, phrases and what a document must hold: the only layer of an analyzer that doesn't tell them apart.
    case both
    /// Phrases and what a document must hold.
    case exact
    /// Ranking; it has no positions in an index.
    case ranked

    /// Whether a token of this layer makes a document longer: a word that ranks.
    func counts(_ rule: Rule) -> Bool { self != .exact && rule == .word }
  }

  /// The term's bytes in the buffer's `bytes`.
  public var term: Range<Int>
  /// The word position, from 0; words that are not indexed leave a gap.
  public var position: Int
  /// How many positions the token spans; 1 for a word.
  public var length: Int
  /// The UTF-8 bytes of the text that the token stands for.
  public var source: Range<Int>
  /// Why the text has it.
  public var rule: Rule
  /// What it is for.
  public var layer: Layer

  /// Whether it makes a document longer.
  var counts: Bool { layer.counts(rule) }

  /// A token over bytes that the buffer holds.
  public init(
    term: Range<Int>, position: Int, length: Int, source: Range<Int>, rule: Rule = .word, layer: Layer = .both
  ) {
    self.term = term
    self.position = position
    self.length = length
    self.source = source
    self.rule = rule
    self.layer = layer
  }
}

/// The tokens of one text, their terms end to end in one array of bytes.
public struct TokenBuffer: Sendable {
  /// The terms' bytes, UTF-8, one after the other.
  public private(set) var bytes: [UInt8] = []
  /// The tokens in order of position.
  public private(set) var tokens: [Token] = []
  /// One more than the last word's position, counting words that are not indexed.
  public var positionCount = 0

  /// An empty buffer.
  public init() {}

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    positionCount = 0
  }

  /// Appends a token whose term is `term`.
  public mutating func append(
    _ term: some Sequence<UInt8>, position: Int, length: Int = 1, source: Range<Int>, rule: Token.Rule = .word,
    layer: Token.Layer = .both
  ) {
    let start = bytes.count
    bytes.append(contentsOf: term)
    tokens.append(
      Token(term: start..<bytes.count, position: position, length: length, source: source, rule: rule, layer: layer))
  }

  /// Appends a word whose term stands in `terms`.
  @inline(__always)
  mutating func append(_ terms: [UInt8], _ range: Range<Int>, position: Int, source: Range<Int>) {
    let start = bytes.count
    for index in range { bytes.append(terms[index]) }
    tokens.append(Token(term: start..<bytes.count, position: position, length: 1, source: source))
  }

  /// Whether the analyzer tells layers apart, knowing other forms than words.
  var hasForms: Bool { tokens.contains { $0.layer != .both } }

  /// The term of a token as text.
  public func text(of token: Token) -> String {
    String(decoding: bytes[token.term], as: UTF8.self)
  }

  /// The part of `text`, which the tokens are of, that a token stands for.
  public func source(of token: Token, in text: String) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: token.source.lowerBound)
    let end = utf8.index(start, offsetBy: token.source.count)
    return String(text[start..<end])
  }
}
