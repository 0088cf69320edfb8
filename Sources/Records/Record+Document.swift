public import Titer

extension Document {
  /// The record as the engine sees it, with `stored` to hand back with a hit.
  ///
  /// The abstract's sections are lines, each with its label before it: `"METHODS: We asked …"`.
  public init(_ record: Record, stored: [UInt8]) {
    let sections = record.abstract.map(\.labelledText)
    self.init(
      id: record.id, title: record.title, abstract: sections.joined(separator: "\n"),
      keywords: record.keywords + record.mesh, year: record.year, journal: record.journal, types: record.types,
      language: record.language, source: record.database, values: record.values, stored: stored)
  }
}
