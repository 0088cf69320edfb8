/// A document of a collection that was analysed already: what it is called and how long it is.
public struct InvertedDocument: Sendable, Equatable {
  /// What names the document, in 1 to 65,535 bytes of UTF-8.
  public var id: String
  /// Its length in words, as BM25 counts it.
  public var length: UInt32
  /// The record as its owner wants it back; the engine doesn't look inside.
  public var stored: [UInt8]

  /// A document of a name and a length.
  public init(id: String, length: UInt32, stored: [UInt8] = []) {
    self.id = id
    self.length = length
    self.stored = stored
  }
}
