extension Query: CustomStringConvertible {
  /// The query as a tree on one line: `(all (phrase "lupus") (field title,abstract (pattern "nephr*")))`.
  ///
  /// Several clauses stand in `(query …)`, and a filter of the query in `(filter …)` behind them.
  public var description: String {
    let parts = clauses.map(\.description) + (filter.isEmpty ? [] : ["(only \(filter.tree))"])
    return parts.count == 1 ? parts[0] : "(" + (["query"] + parts).joined(separator: " ") + ")"
  }
}

extension Query {
  /// The query as a tree over several lines, what lies within a part two columns further right.
  public var outline: String {
    let filter = filter.isEmpty ? [] : ["(only \(filter.tree))"]
    return (clauses.map { $0.outline(indent: 0) } + filter).joined(separator: "\n")
  }

  /// Whether it names other lines of a strategy.
  public var namesLines: Bool { !linesNamed.isEmpty }

  /// The headings that are to be exploded, each once, in order.
  public var explodedHeadings: [String] {
    var names: [String] = []
    for clause in clauses { clause.addExplodedHeadings(to: &names) }
    return names
  }
}

extension Query.Clause {
  /// The clauses that it is made of.
  var parts: [Query.Clause] {
    switch self {
    case .near(let clauses, _), .all(let clauses), .any(let clauses): clauses
    case .not(let clause), .optional(let clause), .field(_, let clause), .frequency(let clause, _),
      .boost(let clause, _):
      [clause]
    case .words, .phrase, .exact, .pattern, .fuzzy, .regex, .heading, .value, .filter, .line, .everything: []
    }
  }

  /// Whether it is words that rank.
  var isWords: Bool {
    if case .words = self { true } else { false }
  }

  /// Whether it is words, which may weigh more or less than others, any of which answers.
  var isOnlyWords: Bool {
    if case .optional(.boost(.words, _)) = self { true } else { isWords }
  }

  /// Whether it need not be there beside others.
  public var isOptional: Bool {
    if case .optional = self { true } else { isWords }
  }

  fileprivate func outline(indent: Int) -> String {
    let spaces = String(repeating: " ", count: indent)
    let parts = parts
    // What is made of one simple part stands on one line with it.
    if parts.isEmpty || parts.count == 1 && parts[0].parts.isEmpty { return spaces + description.withoutParentheses }
    let name = description.dropFirst().prefix { $0 != "(" }
    return spaces + String(name).withoutSpaces
      + parts.map { "\n" + $0.outline(indent: indent + 2) }.joined()
  }

  fileprivate func addExplodedHeadings(to names: inout [String]) {
    if case .heading(let heading) = self, heading.isExploded, !names.contains(heading.name) {
      names.append(heading.name)
    }
    for part in parts { part.addExplodedHeadings(to: &names) }
  }
}

extension String {
  fileprivate var withoutParentheses: String { String(dropFirst().dropLast()) }

  fileprivate var withoutSpaces: String { last == " " ? String(dropLast()) : self }
}

extension Query.Clause: CustomStringConvertible {
  /// The clause as a tree on one line.
  public var description: String {
    switch self {
    case .words(let text): node("words", text.quoted)
    case .phrase(let text): node("phrase", text.quoted)
    case .exact(let text): node("exact", text.quoted)
    case .pattern(let text): node("pattern", text.quoted)
    case .fuzzy(let text, let distance): node("fuzzy", text.quoted, "\(distance)")
    case .regex(let text): node("regex", text.quoted)
    case .near(let clauses, let proximity): node(proximity.tree, clauses)
    case .all(let clauses): node("all", clauses)
    case .any(let clauses): node("any", clauses)
    case .not(let clause): node("not", [clause])
    case .optional(let clause): node("optional", [clause])
    case .field(let fields, let clause): node("field \(fields.tree)", [clause])
    case .frequency(let clause, let least): node("frequency \(least)", [clause])
    case .boost(let clause, let factor): node("boost \(factor)", [clause])
    case .heading(let heading): node("heading", heading.tree)
    case .value(let attribute, let text): node(attribute.rawValue, text.quoted)
    case .filter(let filter): node("filter", filter.tree)
    case .line(let number): node("line", "\(number)")
    case .everything: node("everything")
    }
  }

  private func node(_ parts: String...) -> String { "(" + parts.joined(separator: " ") + ")" }

  private func node(_ name: String, _ clauses: [Query.Clause]) -> String {
    "(" + ([name] + clauses.map(\.description)).joined(separator: " ") + ")"
  }
}

extension Query.Proximity {
  fileprivate var tree: String {
    switch order {
    case .asWritten: "before \(gap)"
    case .any: "near \(gap)"
    case .moved: "moved \(gap)"
    }
  }
}

extension Query.Heading {
  fileprivate var tree: String {
    var parts = [name.quoted]
    if !qualifier.isEmpty { parts.append("/" + qualifier.quoted) }
    if isExploded { parts.append("exploded") }
    if isMajor { parts.append("major") }
    return parts.joined(separator: " ")
  }
}

extension FieldSet {
  fileprivate var tree: String {
    let names: [(FieldSet, String)] = [(.title, "title"), (.abstract, "abstract"), (.keywords, "keywords")]
    return isEmpty ? "none" : names.filter { contains($0.0) }.map(\.1).joined(separator: ",")
  }
}

extension Filter {
  fileprivate var tree: String {
    var parts: [String] = []
    if let years { parts.append("years \(years.lowerBound)-\(years.upperBound)") }
    for (name, values) in [("journals", journals), ("types", types), ("languages", languages), ("sources", sources)]
    where !values.isEmpty {
      parts.append("\(name) " + values.map(\.quoted).joined(separator: " "))
    }
    return parts.joined(separator: " ")
  }
}

extension String {
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
