/// A term of a collection that was analysed already, and the documents that hold it.
public struct InvertedTerm: Sendable, Equatable {
  /// Its bytes; not none.
  public var bytes: [UInt8]
  /// The documents that hold it, by their numbers from 0, ascending.
  public var documents: [UInt32]
  /// How often each of them holds it; at least once, and less than 2³¹ times.
  public var frequencies: [UInt32]

  /// A term and its postings.
  public init(bytes: [UInt8], documents: [UInt32], frequencies: [UInt32]) {
    self.bytes = bytes
    self.documents = documents
    self.frequencies = frequencies
  }
}
