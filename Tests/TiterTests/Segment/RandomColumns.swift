import TestSupport
import Titer

/// Random values of documents, drawn from few or from many.
struct RandomColumns {
  var random: SeededGenerator
  /// How many different journals there may be.
  let journals: Int

  init(seed: UInt64, journals: Int) {
    random = SeededGenerator(seed: seed)
    self.journals = journals
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func document() -> Document {
    let languages = ["eng", "ENG", "ger", "日本", ""]
    let types = ["Review", "review", "Trial", "Letter", ""]
    return Document(
      id: "x", year: [nil, 0, -5, 1, 1999, 2020, 2021, 2024, 65_535, 65_536][below(10)], journal: journal(),
      types: (0..<below(4)).map { _ in types[below(types.count)] }, language: languages[below(languages.count)],
      source: below(2) == 0 ? "PubMed" : "Scopus")
  }

  /// Some in several spellings, some none.
  mutating func journal() -> String {
    let number = below(journals)
    return number % 7 == 6 ? "" : number % 3 == 0 && below(2) == 0 ? "JOURNAL \(number)" : "Journal \(number)"
  }

  /// A filter of some parts, with values that no document has among them.
  mutating func filter() -> Filter {
    var filter = Filter()
    if below(2) == 0 {
      let year = [-3, 0, 1, 1999, 2010, 2021, 65_535, 70_000][below(8)]
      filter.years = year...(year + [0, 5, 30, 70_000][below(4)])
    }
    if below(3) == 0 { filter.journals = (0..<1 + below(4)).map { _ in journal() + (below(9) == 0 ? "x" : "") } }
    if below(3) == 0 { filter.types = (0..<1 + below(2)).map { _ in ["REVIEW", "trial", "Letter", "none"][below(4)] } }
    if below(3) == 0 { filter.languages = [["Eng", "ger", "日本", ""][below(4)]] }
    if below(4) == 0 { filter.sources = [["pubmed", "SCOPUS"][below(2)]] }
    return filter
  }
}

/// What filters and facets mean, a document at a time.
enum ColumnModel {
  private static func folded(_ text: String) -> [UInt8] { text.utf8.map { 65...90 ~= $0 ? $0 + 32 : $0 } }

  private static func matches(_ value: String, _ wanted: [String]) -> Bool {
    wanted.isEmpty || !value.isEmpty && wanted.contains { folded($0) == folded(value) }
  }

  static func year(_ document: Document) -> Int? {
    document.year.flatMap { 1...65_535 ~= $0 ? $0 : nil }
  }

  static func matches(_ document: Document, _ filter: Filter) -> Bool {
    if let years = filter.years, year(document).map(years.contains) != true { return false }
    return matches(document.journal, filter.journals) && matches(document.language, filter.languages)
      && matches(document.source, filter.sources)
      && (filter.types.isEmpty || document.types.contains { matches($0, filter.types) })
  }

  static func counts(_ documents: [Document], _ facet: Facet) -> [FacetCount] {
    var counts: [String: Int] = [:]
    for document in documents {
      let values: [String] =
        switch facet {
        case .year: year(document).map { ["\($0)"] } ?? []
        case .journal: [document.journal]
        case .type: Array(Set(document.types))
        case .language: [document.language]
        case .source: [document.source]
        }
      for value in values where !value.isEmpty { counts[value, default: 0] += 1 }
    }
    let sorted = counts.sorted {
      $0.value == $1.value ? Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) : $0.value > $1.value
    }
    return sorted.map { FacetCount(value: $0.key, count: $0.value) }
  }
}
