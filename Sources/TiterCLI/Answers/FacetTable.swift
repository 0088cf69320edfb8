import ArgumentParser
import Titer

/// Counts of all that was found, by year, journal and so on.
struct FacetOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count all that is found by year, journal, type, language or source; several separated by commas.",
      valueName: "facets"),
    transform: Self.facets)
  var facet: [Facet] = []

  private static func facets(_ list: String) throws -> [Facet] {
    try list.split(separator: ",").map { name in
      guard let facet = Facet(rawValue: String(name)) else {
        let known = Facet.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("expected \(known), found “\(name)”")
      }
      return facet
    }
  }

  /// How many values of a facet are shown; the years all.
  private static let most = 20

  /// The counts of one facet after the other.
  func counts(of query: Query, in index: Index) throws -> [(facet: Facet, counts: [FacetCount])] {
    try facet.map { facet in
      let counts = try index.facet(facet, of: query, limit: facet == .year ? .max : Self.most)
      return (facet, facet == .year ? counts.sorted { $0.value > $1.value } : counts)
    }
  }

  /// The counts as tables.
  func text(of query: Query, in index: Index) throws -> String {
    try counts(of: query, in: index).map { facet, counts in
      let rows = counts.map { [Figures.grouped($0.count), shown($0.value)] }
      return "\n" + table([["", facet.rawValue]] + rows, rightAligned: [0])
    }.joined()
  }

  /// The counts as members of an object.
  func json(of query: Query, in index: Index) throws -> JSON {
    .object(
      try counts(of: query, in: index).map { facet, counts in
        let values = counts.map { JSON.object([("value", .string($0.value)), ("count", .integer($0.count))]) }
        return (facet.rawValue, .array(values))
      })
  }
}
