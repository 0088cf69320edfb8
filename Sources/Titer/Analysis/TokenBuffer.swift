/// One occurrence of a term in a text.
public struct Token: Sendable, Equatable {
  /// The term's bytes in the buffer's `bytes`.
  public var term: Range<Int>
  /// The word position, from 0; words that are not indexed leave a gap.
  public var position: Int
  /// How many positions the token spans; 1 for a word.
  public var length: Int
  /// The UTF-8 bytes of the text that the token stands for.
  public var source: Range<Int>

  /// A token over bytes that the buffer holds.
  public init(term: Range<Int>, position: Int, length: Int, source: Range<Int>) {
    self.term = term
    self.position = position
    self.length = length
    self.source = source
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
    _ term: some Sequence<UInt8>, position: Int, length: Int = 1, source: Range<Int>
  ) {
    let start = bytes.count
    bytes.append(contentsOf: term)
    tokens.append(
      Token(term: start..<bytes.count, position: position, length: length, source: source))
  }

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
