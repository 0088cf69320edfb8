/// What a name before a colon asks for (`title:lupus`), in the dialects that write fields so.
package enum NamedField: Sendable, Hashable {
  /// Words in some of the texts.
  case text(FieldSet)
  /// A whole value.
  case value(Attribute)
  /// A heading of a controlled vocabulary, with a qualifier behind a slash if any.
  case heading
  /// The years of a filter.
  case years
  /// A type of a filter.
  case types
  /// A language of a filter.
  case languages
  /// A source of a filter.
  case sources

  /// The field of a name, in which case doesn't count.
  init?(_ name: some StringProtocol) {
    guard let field = Self.fields[name.lowercased()] else { return nil }
    self = field
  }

  /// The name that is written for it, if it has one: some sets of texts have none.
  var name: String? { Self.names.first { $0.field == self }?.name }

  /// Whether it is one of words, not of whole values.
  var isText: Bool { if case .text = self { true } else { false } }

  /// All names; the first one of a field is what is written.
  private static let names: [(name: String, field: NamedField)] = [
    ("title", .text(.title)), ("ti", .text(.title)), ("abstract", .text(.abstract)), ("ab", .text(.abstract)),
    ("keywords", .text(.keywords)), ("kw", .text(.keywords)), ("tiab", .text([.title, .abstract])),
    ("author", .value(.author)), ("au", .value(.author)), ("journal", .value(.journal)), ("mesh", .heading),
    ("id", .value(.identifier)), ("pmid", .value(.identifier)), ("doi", .value(.identifier)), ("year", .years),
    ("type", .types), ("language", .languages), ("lang", .languages), ("source", .sources),
  ]

  private static let fields = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0.field) })
}

/// Whole values, and the clauses that ask for them.
extension NamedField {
  /// What a value in the field asks for; nothing for texts, for years, and for what isn't whole.
  func clause(ofValue text: String) -> Query.Clause? {
    switch self {
    case .text, .years: nil
    case _ where text.isBlank: nil
    case .value(let attribute): .value(attribute, text)
    case .heading: Query.Heading(path: text).map { .heading($0) }
    case .types: .filter(Filter(types: [text]))
    case .languages: .filter(Filter(languages: LanguageNames.equivalents(of: text)))
    case .sources: .filter(Filter(sources: [text]))
    }
  }

  /// The field and the value that ask for a clause, if one value does.
  static func value(of clause: Query.Clause) -> (field: NamedField, text: String)? {
    let value: (field: NamedField, text: String)? =
      switch clause {
      case .value(let attribute, let text): (.value(attribute), text)
      case .heading(let heading): (.heading, heading.path)
      case .filter(let filter) where !filter.types.isEmpty: (.types, filter.types[0])
      case .filter(let filter) where !filter.languages.isEmpty: (.languages, filter.languages[0])
      case .filter(let filter) where !filter.sources.isEmpty: (.sources, filter.sources[0])
      default: nil
      }
    guard let value, value.field.name != nil, value.field.clause(ofValue: value.text) == clause else { return nil }
    return value
  }

  /// Whether `*`, `?` and `#` stand for other characters in its values.
  var hasWildcards: Bool {
    switch self {
    case .value, .heading: true
    default: false
    }
  }
}

extension Query.Heading {
  /// A heading as `Lupus Nephritis` or `Lupus Nephritis/drug therapy`; `/drug therapy` for any with that qualifier.
  fileprivate init?(path: String) {
    let parts = path.unicodeScalars.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let qualifier = parts.last, parts.count == 1 || !qualifier.isEmpty else { return nil }
    self.init(String(parts[0]), qualifier: parts.count == 1 ? "" : String(qualifier))
  }

  fileprivate var path: String { qualifier.isEmpty ? name : name + "/" + qualifier }
}

/// Years.
extension NamedField {
  /// The years that there are.
  static let allYears = 1...9999

  /// A year of one to four digits.
  static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let year = Int(text) else {
      return nil
    }
    return allYears.contains(year) ? year : nil
  }

  /// The years that a clause lets through, if it asks for nothing else.
  static func years(of clause: Query.Clause) -> ClosedRange<Int>? {
    guard case .filter(let filter) = clause, let years = filter.years, filter == Filter(years: years),
      allYears.contains(years.lowerBound), allYears.contains(years.upperBound)
    else { return nil }
    return years
  }
}

/// Names that aren't fields.
extension NamedField {
  /// A name of each field, as a sentence has them.
  static var list: String {
    let all = names.filter { $0.field.name == $0.name }.map(\.name)
    return all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
  }

  /// The name that one was probably meant to be.
  package static func nearest(to name: String) -> String? { NearestWord.of(name, among: names.map(\.name)) }
}
