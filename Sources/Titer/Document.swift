/// What the engine indexes: an identifier, three searched texts, values to find, filter and count by, and bytes to hand back
/// with a hit.
public struct Document: Sendable, Equatable {
  /// A whole value that a document can be found by.
  public struct Value: Sendable, Hashable {
    /// What it is.
    public var attribute: Attribute
    /// The value; ``Attribute`` says which characters of it count.
    public var text: String

    /// A value of an attribute.
    public init(_ attribute: Attribute, _ text: String) {
      self.attribute = attribute
      self.text = text
    }
  }

  /// What names the document for good, in 1 to 65,535 bytes of UTF-8; a later document of the same identifier replaces it.
  public var id: String
  /// The title.
  public var title: String
  /// The abstract or body.
  public var abstract: String
  /// Keywords and headings, one a string.
  public var keywords: [String]
  /// The year of publication; one before 1 or after 65,535 counts as none.
  public var year: Int?
  /// The journal, `""` for none.
  public var journal: String
  /// The publication types, in any order; empty ones and repetitions count as none.
  public var types: [String]
  /// The language, `""` for none.
  public var language: String
  /// The database or format that the document came from, `""` for none.
  public var source: String
  /// Whole values that it can be found by, in any order.
  public var values: [Value]
  /// The record as its owner wants it back; the engine doesn't look inside.
  public var stored: [UInt8]

  /// A document of the given texts and values.
  public init(
    id: String, title: String = "", abstract: String = "", keywords: [String] = [], year: Int? = nil,
    journal: String = "", types: [String] = [], language: String = "", source: String = "", values: [Value] = [],
    stored: [UInt8] = []
  ) {
    self.id = id
    self.title = title
    self.abstract = abstract
    self.keywords = keywords
    self.year = year
    self.journal = journal
    self.types = types
    self.language = language
    self.source = source
    self.values = values
    self.stored = stored
  }
}
