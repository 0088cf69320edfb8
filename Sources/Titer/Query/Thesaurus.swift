/// A controlled vocabulary: headings, other names of them, and which are narrower than which.
///
/// A heading stands at one or more places of a tree; `C12.050` is narrower than `C12`.
public struct Thesaurus: Sendable {
  /// A heading.
  public struct Entry: Sendable, Equatable {
    /// Its name: `Lupus Nephritis`.
    public var name: String
    /// Other names of it.
    public var synonyms: [String]
    /// Its places in the tree.
    public var places: [String]

    /// A heading of a vocabulary.
    public init(name: String, synonyms: [String], places: [String]) {
      self.name = name
      self.synonyms = synonyms
      self.places = places
    }
  }

  private var entries: [Entry] = []
  /// By name in its plainest form, the heading; those of synonyms where no heading has the name.
  private var numbers: [[UInt8]: Int] = [:]
  /// All places in order, with their headings.
  private var places: [(place: String, number: Int)] = []

  /// A vocabulary of some headings.
  public init(_ entries: [Entry]) {
    self.entries = entries
    var values = ValueTerms()
    for (number, entry) in entries.enumerated() {
      if let name = values.term(.heading, entry.name) { numbers[name] = number }
    }
    for (number, entry) in entries.enumerated() {
      for synonym in entry.synonyms {
        if let name = values.term(.heading, synonym), numbers[name] == nil { numbers[name] = number }
      }
      places += entry.places.map { ($0, number) }
    }
    places.sort { ($0.place, $0.number) < ($1.place, $1.number) }
  }

  /// How many headings there are.
  public var count: Int { entries.count }

  /// The heading of a name, or of another name for it, whatever its case and punctuation; `nil` where there is none.
  public func heading(_ name: String) -> Entry? { number(name).map { entries[$0] } }

  /// The names of a heading and all that are narrower, in order, each once; none for an unknown one.
  ///
  /// - Complexity: O(places · log(headings) + names).
  public func exploded(_ name: String) -> [String] {
    guard let number = number(name) else { return [] }
    var found: Set<Int> = [number]
    for place in entries[number].places {
      var index = firstPlace(from: place)
      while index < places.count, places[index].place.hasPrefix(place) {
        // C12.05 isn't narrower than C12.0.
        if places[index].place.utf8.dropFirst(place.utf8.count).first ?? UInt8(ascii: ".") == UInt8(ascii: ".") {
          found.insert(places[index].number)
        }
        index += 1
      }
    }
    return found.map { entries[$0].name }.sorted()
  }

  private func number(_ name: String) -> Int? {
    var values = ValueTerms()
    return values.term(.heading, name).flatMap { numbers[$0] }
  }

  private func firstPlace(from place: String) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Query {
  /// The query with each exploded heading replaced by it and the narrower ones, and each other name of a heading by its own.
  public func exploded(by thesaurus: Thesaurus) -> Query {
    var query = self
    query.clauses = clauses.map { $0.exploded(by: thesaurus) }
    return query
  }
}

extension Query.Clause {
  /// The clause with each exploded heading replaced by any of it and the narrower ones.
  fileprivate func exploded(by thesaurus: Thesaurus) -> Query.Clause {
    switch self {
    case .heading(let heading): heading.exploded(by: thesaurus)
    case .near(let clauses, let proximity): .near(clauses.map { $0.exploded(by: thesaurus) }, proximity)
    case .all(let clauses): .all(clauses.map { $0.exploded(by: thesaurus) })
    case .any(let clauses): .any(clauses.map { $0.exploded(by: thesaurus) })
    case .not(let clause): .not(clause.exploded(by: thesaurus))
    case .optional(let clause): .optional(clause.exploded(by: thesaurus))
    case .field(let fields, let clause): .field(fields, clause.exploded(by: thesaurus))
    case .frequency(let clause, let least): .frequency(clause.exploded(by: thesaurus), atLeast: least)
    case .boost(let clause, let factor): .boost(clause.exploded(by: thesaurus), by: factor)
    case .words, .phrase, .exact, .pattern, .fuzzy, .regex, .value, .filter, .line, .everything: self
    }
  }
}

extension Query.Heading {
  fileprivate func exploded(by thesaurus: Thesaurus) -> Query.Clause {
    guard let entry = thesaurus.heading(name) else { return .heading(self) }
    let names = isExploded ? thesaurus.exploded(name) : [entry.name]
    let headings = names.map { name in
      Query.Clause.heading(Query.Heading(name, qualifier: qualifier, isMajor: isMajor))
    }
    return headings.count == 1 ? headings[0] : .any(headings)
  }
}
