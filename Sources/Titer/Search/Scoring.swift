/// The free numbers of BM25, and what an occurrence counts in each text (BM25F with one length for all).
public struct Scoring: Sendable, Equatable {
  /// How soon more occurrences stop to count; more than 0.
  public var k1: Double
  /// How much length counts, from 0 to 1.
  public var b: Double
  /// What an occurrence in the title counts; at least 0.
  public var title: Float
  /// What an occurrence in the abstract counts; at least 0.
  public var abstract: Float
  /// What an occurrence in the keywords counts; at least 0.
  public var keywords: Float

  /// The numbers given, the others as in Anserini's baselines: k1 0.9, b 0.4, each occurrence counting 1.
  public init(k1: Double = 0.9, b: Double = 0.4, title: Float = 1, abstract: Float = 1, keywords: Float = 1) {
    self.k1 = k1
    self.b = b
    self.title = title
    self.abstract = abstract
    self.keywords = keywords
  }

  var largestWeight: Double { Double(max(title, abstract, keywords)) }
}

/// Some of a document's searched texts.
public struct FieldSet: OptionSet, Sendable, Hashable {
  /// A bit a text.
  public let rawValue: UInt8

  /// The texts of the bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The title.
  public static let title = FieldSet(rawValue: 1)
  /// The abstract or body.
  public static let abstract = FieldSet(rawValue: 2)
  /// The keywords and headings.
  public static let keywords = FieldSet(rawValue: 4)
  /// All texts.
  public static let all: FieldSet = [.title, .abstract, .keywords]
}
