/// What an operand holds besides words and `or`, and where each such thing first stands.
///
/// Field codes, `adj` and `/freq=` can't stand beside everything.
struct OvidContents {
  /// Something other than words and `or`.
  enum Kind: CaseIterable {
    case wildcard
    case proximity
    case conjunction
    case field
    case frequency
    case heading
    case number
    case line
    case value
    case filter
  }

  private var places: [Kind: Int] = [:]

  /// Nothing but words and `or`.
  init() {}

  /// One thing at a place.
  init(_ kind: Kind, at place: Int) {
    places = [kind: place]
  }

  /// Adds a thing, unless it is there already.
  mutating func insert(_ kind: Kind, at place: Int) {
    places[kind] = places[kind] ?? place
  }

  /// Leaves a thing out.
  mutating func remove(_ kind: Kind) { places[kind] = nil }

  /// Adds what stands behind.
  mutating func merge(_ others: OvidContents) {
    places.merge(others.places) { first, _ in first }
  }

  /// The first thing that isn't one of those allowed.
  func first(otherThan allowed: Set<Kind>) -> (kind: Kind, place: Int)? {
    places.filter { !allowed.contains($0.key) }.min { $0.value < $1.value }.map { ($0.key, $0.value) }
  }
}

extension Set<OvidContents.Kind> {
  /// What may be near something.
  static let placed: Set = [.wildcard, .proximity]
  /// What `/freq=` may count.
  static let countable: Set = [.wildcard, .proximity, .field]
  /// What may stand before the code of a text.
  static let textual: Set = [.wildcard, .proximity, .field, .conjunction]
  /// What may stand before the code of a value.
  static let valued: Set = [.wildcard, .number, .conjunction]
  /// What may stand before the code of a value that knows no wildcards.
  static let plainlyValued: Set = [.number, .conjunction]
}

extension OvidContents.Kind {
  /// The thing in words for an error.
  var name: String {
    switch self {
    case .wildcard: "a wildcard"
    case .proximity: "an “adj”"
    case .conjunction: "an “and” or “not”"
    case .field: "a field code"
    case .frequency: "a frequency"
    case .heading: "a heading"
    case .number, .line: "the number of a line"
    case .value: "an author, journal or identifier"
    case .filter: "a type, language or year"
    }
  }
}

extension Query.Clause {
  /// What the clause is besides words and `or`, apart from the clauses in it.
  var ovidKind: OvidContents.Kind? {
    switch self {
    case .pattern: .wildcard
    case .near: .proximity
    case .all, .not: .conjunction
    case .field: .field
    case .frequency: .frequency
    case .heading: .heading
    case .line: .line
    case .value: .value
    case .filter: .filter
    default: nil
    }
  }
}
