extension QueryPlan {
  /// Words and names side by side.
  struct Phrase: Sendable {
    /// A way from one position to a later one.
    struct Step: Sendable, Hashable {
      /// The positions of the query, counted from the first of its unit.
      var range: Range<Int>
      /// How many positions of a document it spans.
      var span: Int
      /// Terms any of which may stand there.
      var terms: [Int]
    }

    /// A word, or a name in all its forms: ways from its first position to its last.
    struct Unit: Sendable, Hashable {
      /// In order of their beginnings.
      var steps: [Step]
      /// How many positions of the query it spans.
      var length: Int
      /// How many words that aren't indexed stand before it.
      var skipped: Int

      /// Adds the groups of terms of which a text that holds the unit has at least one each.
      fileprivate func addRequired(to groups: inout [[Int]]) {
        if steps.count == 1 { return groups.append(steps[0].terms) }
        groups.append(steps.filter { $0.range.lowerBound == 0 }.flatMap(\.terms))
        groups.append(steps.filter { $0.range.upperBound == length }.flatMap(\.terms))
      }

      /// The only term that it can be.
      var onlyTerm: Int? { steps.count == 1 && steps[0].terms.count == 1 ? steps[0].terms[0] : nil }
    }

    /// What it is made of, in the order of the query.
    let units: [Unit]
    /// The texts that count.
    let fields: FieldSet

    /// Words side by side.
    init(units: [Unit], fields: FieldSet) {
      self.units = units
      self.fields = fields
    }

    /// One word, any of some.
    fileprivate init(anyOf terms: [Int], fields: FieldSet) {
      let unit = Unit(steps: [Step(range: 0..<1, span: 1, terms: terms)], length: 1, skipped: 0)
      self.init(units: [unit], fields: fields)
    }

    /// The terms of which it is any, where it is one word.
    var anyOfTerms: [Int]? {
      guard units.count == 1, units[0].length == 1, units[0].steps.count == 1, units[0].steps[0].span == 1 else {
        return nil
      }
      return units[0].steps[0].terms
    }

    /// The terms of which it is any, and how many positions of a document each spans, where it is one word.
    var wordForms: [(term: Int, span: Int)]? {
      guard units.count == 1, units[0].steps.allSatisfy({ $0.range == 0..<units[0].length }) else { return nil }
      return units[0].steps.flatMap { step in step.terms.map { ($0, step.span) } }
    }

    /// How many positions of the query it spans.
    var length: Int { units.reduce(0) { $0 + $1.length + $1.skipped } }

    /// Its terms, each once, in order.
    fileprivate var terms: Set<Int> { Set(units.flatMap { $0.steps.flatMap(\.terms) }) }

    fileprivate var required: [[Int]] {
      var required: [[Int]] = []
      required.reserveCapacity(2 * units.count)
      for unit in units { unit.addRequired(to: &required) }
      return required
    }
  }

  /// What has places in a text.
  indirect enum Places: Sendable {
    case phrase(Phrase)
    case any([Places])
    case near([Places], Query.Proximity)

    /// How many positions of the query it spans, as far as that is known.
    var length: Int {
      switch self {
      case .phrase(let phrase): phrase.length
      case .any, .near: 1
      }
    }

    /// The same places with all single words that count in the same texts as one word, which may be any of them.
    static func merged(_ parts: [Places]) -> [Places] {
      var merged: [Places] = []
      var placeOf: [FieldSet: Int] = [:]
      for part in parts {
        guard case .phrase(let phrase) = part, let terms = phrase.anyOfTerms else {
          merged.append(part)
          continue
        }
        if let place = placeOf[phrase.fields], case .phrase(let first) = merged[place] {
          merged[place] = .phrase(Phrase(anyOf: (first.anyOfTerms ?? []) + terms, fields: phrase.fields))
        } else {
          placeOf[phrase.fields] = merged.count
          merged.append(part)
        }
      }
      return merged
    }

    /// Whether all texts count, and at most so many other words may stand among its words.
    func isInAllTexts(within gap: Int) -> Bool {
      switch self {
      case .phrase(let phrase): phrase.fields == .all
      case .any(let parts): parts.allSatisfy { $0.isInAllTexts(within: gap) }
      case .near(let parts, let proximity): proximity.gap <= gap && parts.allSatisfy { $0.isInAllTexts(within: gap) }
      }
    }

    fileprivate var terms: Set<Int> {
      switch self {
      case .phrase(let phrase): phrase.terms
      case .any(let parts), .near(let parts, _): parts.reduce(into: []) { $0.formUnion($1.terms) }
      }
    }

    /// The groups of terms of which a text where it stands has at least one each; an empty one where it stands nowhere.
    fileprivate var required: [[Int]] {
      switch self {
      case .phrase(let phrase): phrase.required
      case .near(let parts, _): parts.flatMap(\.required)
      case .any(let parts): [parts.flatMap { part in part.required.min { $0.count < $1.count } ?? [] }]
      }
    }
  }

  /// That something stands in some of a document's texts, so many times at least.
  struct Condition: Sendable {
    /// What must stand there.
    let places: Places
    /// How many times in all texts.
    let least: Int
    /// The texts that count.
    let fields: FieldSet
    /// The groups of terms of which a document that meets the condition has at least one each.
    let required: [[Int]]
    /// The terms, ascending.
    let terms: [Int]

    /// That `places` are in `fields`, `least` times.
    init(_ places: Places, least: Int = 1, fields: FieldSet) {
      self.places = places
      self.least = least
      self.fields = fields
      required = places.required
      terms = places.terms.sorted()
    }

    /// A phrase that needs only stand there.
    var phrase: Phrase? {
      if case .phrase(let phrase) = places, least <= 1 { phrase } else { nil }
    }
  }
}
