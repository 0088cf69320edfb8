import Titer

extension Oracle {
  /// What has places in a text, by the plainest means: all ways to choose where its parts are.
  indirect enum StandingParts {
    /// Words at distances from the first, each of which may be one of some terms.
    case words([(terms: Set<[UInt8]>, distance: Int)], FieldSet, Oracle)
    case any([StandingParts])
    case near([StandingParts], Query.Proximity)

    /// Where it stands: from its first word to behind its last; and, of two things near each other, what they are made of.
    struct Standing: Hashable {
      var hull: Range<Int>
      var parts: Set<Range<Int>> = []

      fileprivate var ownParts: Set<Range<Int>> { parts.isEmpty ? [hull] : parts }

      fileprivate func hasRoom(for other: Standing) -> Bool {
        !parts.isEmpty && hull.encloses(other.hull)
          && parts.allSatisfy { part in other.ownParts.allSatisfy { !part.overlaps($0) } }
      }
    }

    /// Where it stands in a text of a document.
    func standings(_ document: Int, _ text: FieldSet) -> Set<Standing> {
      switch self {
      case .words(let words, let fields, let oracle):
        guard fields.contains(text), let last = words.last else { return [] }
        let places = words.map { oracle.places(of: $0.terms, document, text) }
        let starts = places[0].filter { start in
          zip(words, places).allSatisfy { $1.contains(start + $0.distance) }
        }
        return Set(starts.map { Standing(hull: $0..<$0 + last.distance + 1) })
      case .any(let parts): return parts.reduce(into: []) { $0.formUnion($1.standings(document, text)) }
      case .near(let parts, let proximity):
        var found: Set<Standing> = []
        let lists = parts.map { $0.standings(document, text) }
        guard lists.allSatisfy({ !$0.isEmpty }) else { return [] }
        if lists.count == 1 { return lists[0] }
        let gap = text == .keywords ? min(proximity.gap, 15) : proximity.gap
        let isOpen = proximity.order == .any && lists.count == 2
        choose(lists[...], []) { chosen in
          guard stand(chosen, proximity.order, gap) else { return }
          let parts = isOpen ? chosen[0].ownParts.union(chosen[1].ownParts) : []
          found.insert(Standing(hull: chosen.map(\.hull).hull, parts: parts))
        }
        return found
      }
    }

    private func choose(
      _ lists: ArraySlice<Set<Standing>>, _ chosen: [Standing], _ body: ([Standing]) -> Void
    ) {
      guard let first = lists.first else { return body(chosen) }
      for interval in first { choose(lists.dropFirst(), chosen + [interval], body) }
    }

    private func stand(_ standings: [Standing], _ order: Query.Proximity.Order, _ gap: Int) -> Bool {
      if order == .any, standings.count == 2,
        standings[0].hasRoom(for: standings[1]) || standings[1].hasRoom(for: standings[0])
      {
        return true
      }
      let chosen = standings.map(\.hull)
      let sorted = chosen.sorted { $0.lowerBound < $1.lowerBound }
      guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else { return false }
      if order == .moved {
        let shifts = zip(chosen, offsets).map { $0.lowerBound - $1 }
        return shifts.max().flatMap { most in shifts.min().map { most - $0 <= gap } } ?? true
      }
      let others = sorted.hull.count - sorted.reduce(0) { $0 + $1.count }
      return others <= gap && (order == .any || sorted == chosen)
    }

    private var offsets: [Int] {
      guard case .near(let parts, _) = self else { return [] }
      return parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.length) }
    }

    private var length: Int {
      if case .words(let words, _, _) = self, let last = words.last { last.distance + 1 } else { 1 }
    }
  }

  private func places(of terms: Set<[UInt8]>, _ document: Int, _ text: FieldSet) -> Set<Int> {
    terms.reduce(into: []) { places, term in
      guard let occurrences = occurrences[term] else { return }
      guard let index = occurrences.counts.firstIndex(where: { $0.document == document }) else { return }
      places.formUnion(occurrences.places[index].places(in: text).joined())
    }
  }

  /// Where a clause stands; `nil` when none of its words is indexed.
  func places(_ clause: Query.Clause, _ place: Place, _ terms: inout Terms) -> StandingParts? {
    var inner = place
    switch clause {
    case .words(let text):
      let parts = text.split(whereSeparator: \.isWhitespace).compactMap {
        places(.phrase(String($0)), place, &terms)
      }
      return parts.count > 1 ? .any(parts) : parts.first
    case .phrase(let text), .exact(let text):
      let words = read(text, place, &terms)
      guard let first = words.first else { return nil }
      return .words(words.map { ([$0.term.bytes], $0.position - first.position) }, place.fields, self)
    case .pattern(let text): return pattern(text, place, &terms)
    case .fuzzy(let text, let distance):
      let words = tokens(of: text).tokens.map { $0.position }
      let forms = tokens(of: text)
      guard !words.isEmpty else { return nil }
      // An analyzed word after the other, whatever stood between them.
      return .words(
        forms.tokens.enumerated().map { index, token in
          let word = forms.bytes[token.term].map { $0 }
          return (note(occurrences.keys.filter { Self.distance($0, word) <= distance }, place, &terms), index)
        }, place.fields, self)
    case .any(let clauses):
      let parts = clauses.compactMap { places($0, place, &terms) }
      return parts.isEmpty && !clauses.isEmpty ? nil : .any(parts)
    case .near(let clauses, let proximity):
      let parts = clauses.compactMap { places($0, place, &terms) }
      return parts.isEmpty ? nil : .near(parts, proximity)
    case .field(let fields, let clause):
      inner.fields.formIntersection(fields)
      return places(clause, inner, &terms)
    case .boost(let clause, let factor):
      inner.count *= Double(factor)
      return places(clause, inner, &terms)
    default: return .any([])
    }
  }

  /// Words of ASCII letters between spaces, some with wildcards.
  private func pattern(_ text: String, _ place: Place, _ terms: inout Terms) -> StandingParts? {
    var words: [(terms: Set<[UInt8]>, distance: Int)] = []
    for word in text.split(separator: " ") {
      let end = words.last.map { $0.distance + 1 } ?? 0
      guard word.contains(where: { "*?#".contains($0) }) else {
        words += read(String(word), place, &terms).map { ([$0.term.bytes], end + $0.position) }
        continue
      }
      var forms = occurrences.keys.filter { Self.matches(Array($0), Array(word.utf8)) }
      if word.last == "*", case let beginning = word.dropLast(), !beginning.contains(where: { "*?#".contains($0) }) {
        let tokens = tokens(of: String(beginning))
        if tokens.tokens.count == 1, case let stem = Array(tokens.bytes[tokens.tokens[0].term]),
          occurrences[stem] != nil, !forms.contains(stem)
        {
          forms.append(stem)
        }
      }
      words.append((note(forms, place, &terms), end))
    }
    return words.isEmpty ? nil : .words(words, place.fields, self)
  }

  /// Notes terms that weigh as one.
  private func note(_ forms: [[UInt8]], _ place: Place, _ terms: inout Terms) -> Set<[UInt8]> {
    let name = terms.newName()
    for form in forms.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      terms.note(Terms.Term(bytes: form, fields: place.fields), counting: place.count, name: name)
    }
    return Set(forms)
  }

  /// Whether the characters of a term match a word with wildcards.
  private static func matches(_ term: [UInt8], _ word: [UInt8]) -> Bool {
    let characters = Array(String(decoding: term, as: UTF8.self).unicodeScalars)
    func match(_ place: Int, _ rest: ArraySlice<UInt8>) -> Bool {
      guard let sign = rest.first else { return place == characters.count }
      let next = place < characters.count
      switch sign {
      case UInt8(ascii: "*"): return match(place, rest.dropFirst()) || (next && match(place + 1, rest))
      case UInt8(ascii: "?"): return match(place, rest.dropFirst()) || (next && match(place + 1, rest.dropFirst()))
      case UInt8(ascii: "#"): return next && match(place + 1, rest.dropFirst())
      default: return next && characters[place].value == UInt32(sign) && match(place + 1, rest.dropFirst())
      }
    }
    return match(0, word[...])
  }

  /// How many characters must be added, left out, replaced or swapped with their neighbours.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let (left, right) = (
      Array(String(decoding: left, as: UTF8.self).unicodeScalars),
      Array(String(decoding: right, as: UTF8.self).unicodeScalars)
    )
    var rows = [Array(0...right.count)]
    for row in left.indices {
      rows.append([row + 1] + [Int](repeating: 0, count: right.count))
      for column in right.indices {
        var least = min(rows[row][column + 1], rows[row + 1][column]) + 1
        least = min(least, rows[row][column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, rows[row - 1][column - 1] + 1)
        }
        rows[row + 1][column + 1] = least
      }
    }
    return rows[left.count][right.count]
  }
}

extension Range<Int> {
  fileprivate func encloses(_ other: Range<Int>) -> Bool {
    lowerBound < other.lowerBound && other.upperBound < upperBound
  }
}

extension [Range<Int>] {
  fileprivate var hull: Range<Int> {
    self[0..<count].dropFirst().reduce(self[0]) {
      Swift.min($0.lowerBound, $1.lowerBound)..<Swift.max($0.upperBound, $1.upperBound)
    }
  }
}
