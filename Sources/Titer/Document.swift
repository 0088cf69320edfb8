/// What the engine indexes: an identifier, three searched texts, and bytes to hand back with a hit.
public struct Document: Sendable, Equatable {
  /// What names the document for good, in 1 to 65,535 bytes of UTF-8; a later document of the same identifier replaces it.
  public var id: String
  /// The title.
  public var title: String
  /// The abstract or body.
  public var abstract: String
  /// Keywords and headings, one a string.
  public var keywords: [String]
  /// The record as its owner wants it back; the engine doesn't look inside.
  public var stored: [UInt8]

  /// A document of the given texts.
  public init(
    id: String, title: String = "", abstract: String = "", keywords: [String] = [], stored: [UInt8] = []
  ) {
    self.id = id
    self.title = title
    self.abstract = abstract
    self.keywords = keywords
    self.stored = stored
  }
}
