/// Wider forms of a clause that isn't true of a document.
struct Relaxation {
  private let clause: Query.Clause
  private let facts: DocumentFacts
  private let fields: FieldSet

  /// Forms of `clause`, which isn't true of the document when only `fields` count.
  init(_ clause: Query.Clause, _ facts: DocumentFacts, _ fields: FieldSet) {
    self.clause = clause
    self.facts = facts
    self.fields = fields
  }

  /// The changes that make it true, each tried.
  func repairs() throws(IndexError) -> [Repair] {
    switch clause {
    case .phrase(let text): try phrase(text)
    case .words(let text): try first([.phrase(text)], "holds none of these words", Repair.Cost.form)
    case .exact(let text): try first([.phrase(text)], "has it in another form", Repair.Cost.form) + phrase(text)
    case .pattern(let text): try shorter(text) + anywhere(text.split(separator: " ").map { .pattern(String($0)) })
    case .near(let parts, let proximity): try near(parts, proximity)
    case .frequency(let part, let least): try frequency(part, least)
    case .field(let own, let part): try field(own, part)
    case .heading(let heading): try self.heading(heading)
    case .value(.author, let name): try author(name)
    case .filter(let filter): try self.filter(filter)
    default: []
    }
  }

  /// The first of some replacements that is true of the document.
  private func first(_ replacements: [Query.Clause], _ reason: String, _ cost: Int) throws(IndexError) -> [Repair] {
    for replacement in replacements where try facts.holds(replacement, in: fields) == true {
      let change = Exclusion.Change(clause: clause, replacement: replacement, reason: reason)
      return [Repair(clause: replacement, changes: [change], cost: cost)]
    }
    return []
  }

  private func phrase(_ text: String) throws(IndexError) -> [Repair] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 else {
      return try shorter(text)
        + first([.fuzzy(text, distance: 1)], "has it spelled in another way", Repair.Cost.form + 1)
    }
    let parts = words.map { Query.Clause.phrase($0) }
    let apart = try first(
      nearer(parts, from: 0), "has these words near each other, not side by side", Repair.Cost.form)
    return try apart + anywhere(parts)
  }

  /// The words of a phrase anywhere.
  private func anywhere(_ parts: [Query.Clause]) throws(IndexError) -> [Repair] {
    guard parts.count > 1 else { return [] }
    return try first([.all(parts)], "has these words, far from each other", Repair.Cost.anywhere)
  }

  /// A word, or one with an asterisk behind it, cut off earlier.
  private func shorter(_ text: String) throws(IndexError) -> [Repair] {
    let stem = text.last == "*" ? text.dropLast() : text[...]
    guard !stem.contains(where: { $0.isWhitespace || $0.isWildcard }), stem.count >= 4 else { return [] }
    let ends = (text.last == "*" ? 1 : 0)...min(4, stem.count - 3)
    return try first(
      ends.map { .pattern(stem.dropLast($0) + "*") }, "has a word that begins alike", Repair.Cost.form)
  }

  private func nearer(_ parts: [Query.Clause], from gap: Int) -> [Query.Clause] {
    [0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 99].filter { $0 >= gap }.map {
      .near(parts, Query.Proximity(gap: $0, order: .any))
    }
  }

  private func near(_ parts: [Query.Clause], _ proximity: Query.Proximity) throws(IndexError) -> [Repair] {
    var missing: [Repair] = []
    for (index, part) in parts.enumerated() where try facts.holds(part, in: fields) == false {
      var repair = try Repair.making(part, true, of: facts, in: fields)
      // The place of one that is left out can't be told.
      guard let replacement = repair.clause else { continue }
      let clause = Query.Clause.near(parts[..<index] + [replacement] + parts[(index + 1)...], proximity)
      guard try facts.holds(clause, in: fields) == true else { continue }
      repair.clause = clause
      missing.append(repair)
    }
    return try missing
      + first(nearer(parts, from: proximity.gap), "has these further from each other", Repair.Cost.form)
      + anywhere(parts)
  }

  private func frequency(_ part: Query.Clause, _ least: Int) throws(IndexError) -> [Repair] {
    guard least > 1 else { return [] }
    // As often as it is there: found by halving.
    var (low, high) = (0, least)
    while low + 1 < high {
      let middle = (low + high) / 2
      if try facts.holds(.frequency(part, atLeast: middle), in: fields) == true { low = middle } else { high = middle }
    }
    return try first([.frequency(part, atLeast: max(low, 1))], "has it \(low) times", Repair.Cost.form)
  }

  private func field(_ own: FieldSet, _ part: Query.Clause) throws(IndexError) -> [Repair] {
    let wider: [FieldSet] = [own.union(.title), own.union(.abstract), own.union(.keywords), .all]
    for fields in wider where try facts.holds(part, in: self.fields.intersection(fields)) == true {
      let replacement: Query.Clause = fields == .all ? part : .field(fields, part)
      let change = Exclusion.Change(clause: clause, replacement: replacement, reason: "has it in another text")
      return [Repair(clause: replacement, changes: [change], cost: Repair.Cost.field)]
    }
    return []
  }

  private func heading(_ heading: Query.Heading) throws(IndexError) -> [Repair] {
    var (minor, bare) = (heading, heading)
    minor.isMajor = false
    (bare.isMajor, bare.qualifier) = (false, "")
    return try first([.heading(minor)], "has the heading, but isn't mainly about it", Repair.Cost.form)
      + first(bare.name.isEmpty ? [] : [.heading(bare)], "has the heading without the qualifier", Repair.Cost.form + 1)
      + first(
        heading.name.isEmpty ? [] : [.phrase(heading.name)], "has the words of the heading in a text, not the heading",
        Repair.Cost.anywhere)
  }

  private func filter(_ filter: Filter) throws(IndexError) -> [Repair] {
    let (wider, reason) = (filter.widened(to: facts.values), filter.reason(against: facts.values))
    guard wider.isEmpty else { return try first([.filter(wider)], reason, Repair.Cost.form) }
    let change = Exclusion.Change(clause: clause, replacement: nil, reason: reason)
    return [Repair(changes: [change], cost: Repair.Cost.part)]
  }

  private func author(_ name: String) throws(IndexError) -> [Repair] {
    guard let family = name.split(separator: " ").first else { return [] }
    return try first(
      [.value(.author, family + " *")], "has an author of that name with other initials", Repair.Cost.form)
  }
}
