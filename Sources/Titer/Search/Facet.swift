/// What the documents that match a query can be counted by.
public enum Facet: String, Sendable, CaseIterable {
  /// The year of publication.
  case year
  /// The journal.
  case journal
  /// The publication type; a document of several counts for each.
  case type
  /// The language.
  case language
  /// The database or format that a document came from.
  case source
}

/// How many of the documents that match have one value; those without any are not counted.
public struct FacetCount: Sendable, Equatable {
  /// The value; a year in decimal digits.
  public var value: String
  /// The documents.
  public var count: Int

  /// A count of a value.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

/// Counts by value, added up over segments.
package struct FacetCounts: Sendable {
  private var counts: [[UInt8]: Int] = [:]

  /// No counts yet.
  package init() {}

  /// Adds to the count of a value.
  package mutating func add(_ count: Int, of value: [UInt8]) {
    if count > 0 { counts[value, default: 0] += count }
  }

  /// The greatest `limit` counts, the greatest first, equal ones in ascending order of the values' bytes.
  ///
  /// - Complexity: O(n · log(n)); of the values that are left out only the counts are sorted.
  package func greatest(_ limit: Int = .max) -> [FacetCount] {
    guard limit > 0 else { return [] }
    let least = limit < counts.count ? counts.values.sorted(by: >)[limit - 1] : 0
    let sorted = counts.filter { $0.value >= least }.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }
    return sorted.prefix(limit).map { FacetCount(value: String(decoding: $0.key, as: UTF8.self), count: $0.value) }
  }
}
