extension OvidPrinter {
  /// The text of a clause that holds no others.
  func leaf(_ clause: Query.Clause) throws(Unwritable) -> String {
    let text: String? =
      switch clause {
      case .phrase, .pattern: clause.ovidWords(isCoded: false)
      case .heading(let heading): heading.ovidText
      case .value(let attribute, let value): valueText(attribute, value)
      case .filter(let filter): filter.ovidText
      case .line(let number): number > 0 ? "\(number)" : nil
      default: nil
      }
    guard let text else { throw unwritable(clause) }
    return text
  }

  private func valueText(_ attribute: Attribute, _ value: String) -> String? {
    let code: String? =
      switch attribute {
      case .author: "au"
      case .journal: "jn"
      case .identifier: "ui"
      case .heading: nil
      }
    guard let code, let words = OvidText.written(value, wildcards: true, isBare: true) else { return nil }
    return "\(words).\(code)."
  }
}

extension Query.Clause {
  /// The text of words; if a field code or a frequency follows, a number is no line.
  func ovidWords(isCoded: Bool) -> String? {
    switch self {
    case .phrase(let text): OvidText.written(text, wildcards: false, isBare: isCoded)
    case .pattern(let text) where text.contains { "*?#".contains($0) }:
      OvidText.written(text, wildcards: true, isBare: isCoded)
    default: nil
    }
  }

  /// Whether the clause is written without operators, so that it needs no parentheses beside others.
  var isOneOvidOperand: Bool {
    switch self {
    case .all, .any, .near: false
    default: true
    }
  }
}

extension Query.Clause {
  /// Whether the clause holds no others, yet is written as a group: several types or languages.
  var isOvidGroup: Bool {
    guard case .filter(let filter) = self else { return false }
    return filter.types.count > 1 || filter.languages.count > 1
  }
}

extension OvidField {
  /// The codes of some texts, but not of all or none.
  static func codes(of texts: FieldSet) -> String? {
    guard !texts.isEmpty, texts.isStrictSubset(of: .all) else { return nil }
    let codes: [(FieldSet, String)] = [(.title, "ti"), (.abstract, "ab"), (.keywords, "kw")]
    return codes.filter { texts.contains($0.0) }.map(\.1).joined(separator: ",")
  }
}

extension Query.Heading {
  /// The heading, or a qualifier of any heading.
  fileprivate var ovidText: String? {
    guard !name.isEmpty else { return floatingQualifier }
    guard let words = OvidText.written(name, wildcards: true) else { return nil }
    guard let code = qualifier.isEmpty ? "" : Qualifiers.code(ofExactly: qualifier) else { return nil }
    let isQuoted = words.first == "*"
    return (isExploded ? "exp " : "") + (isMajor ? "*" : "") + (isQuoted ? "\"\(words)\"" : words) + "/\(code)"
  }

  private var floatingQualifier: String? {
    guard !isExploded, !isMajor, Qualifiers.code(ofExactly: qualifier) != nil else { return nil }
    return OvidText.written(qualifier, wildcards: false).map { "\($0).fs." }
  }
}

extension Filter {
  /// A filter that has one part.
  fileprivate var ovidText: String? {
    if let years, self == Filter(years: years) { return OvidYears.text(years).map { "\($0).yr." } }
    if !types.isEmpty, self == Filter(types: types) {
      guard types.allSatisfy({ OvidTypes.type($0) == $0 }) else { return nil }
      return values(types).map { "\($0).pt." }
    }
    guard !languages.isEmpty, self == Filter(languages: languages) else { return nil }
    return firstNames.flatMap(values).map { "\($0).la." }
  }

  /// The first name of each language, if all of its other names follow.
  private var firstNames: [String]? {
    var names: [String] = []
    var rest = languages[...]
    while let name = rest.first {
      let equivalents = LanguageNames.equivalents(of: name)
      guard rest.starts(with: equivalents) else { return nil }
      names.append(name)
      rest = rest.dropFirst(equivalents.count)
    }
    return names
  }

  private func values(_ texts: [String]) -> String? {
    let words = texts.compactMap { OvidText.written($0, wildcards: false, isBare: texts.count == 1) }
    guard words.count == texts.count else { return nil }
    return words.count == 1 ? words[0] : "(" + words.joined(separator: " or ") + ")"
  }
}
