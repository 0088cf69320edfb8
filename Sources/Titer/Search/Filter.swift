/// Which documents may answer a query at all, by their year, journal, types, language and source.
///
/// Every part that is set must match: a year in the range, one of the journals, one of the types, one of the languages, one of
/// the sources. A document that has no value for a part that is set doesn't match. Values match whole; the case of ASCII
/// letters doesn't count.
///
///     let recentTrials = Filter(years: 2020...2024, types: ["Randomized Controlled Trial"])
///
/// A filter changes which documents are found, never their scores.
public struct Filter: Sendable, Hashable {
  /// The years, both ends included; `nil` for any.
  public var years: ClosedRange<Int>?
  /// The journals; none for any.
  public var journals: [String]
  /// The types, of which a document must have one; none for any.
  public var types: [String]
  /// The languages; none for any.
  public var languages: [String]
  /// The sources; none for any.
  public var sources: [String]

  /// A filter of the parts that are given.
  public init(
    years: ClosedRange<Int>? = nil, journals: [String] = [], types: [String] = [], languages: [String] = [],
    sources: [String] = []
  ) {
    self.years = years
    self.journals = journals
    self.types = types
    self.languages = languages
    self.sources = sources
  }

  /// Whether no part is set, so that every document matches.
  public var isEmpty: Bool { self == Filter() }
}
