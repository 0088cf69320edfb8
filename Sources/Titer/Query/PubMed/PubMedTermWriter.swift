/// Ways to write clauses as terms of PubMed.
enum PubMedTermWriter {
  /// Ways to write a clause, the best one first; not each need be read back as the same clause.
  static func candidates(for clause: Query.Clause) -> [String] {
    switch clause {
    case .phrase(let text), .pattern(let text): forms(of: text)
    case .field(let fields, let clause): texts(clause, in: fields)
    case .heading(let heading): forms(of: words(of: heading), tag: tag(of: heading))
    case .value(.author, let name): author(name)
    case .value(.journal, let name): forms(of: name, tag: "[ta]")
    case .value(.identifier, let text): forms(of: text, tag: tag(ofIdentifier: text))
    case .any(let clauses): authorAlone(clauses)
    case .filter(let filter): value(of: filter)
    case .line(let number): ["#\(number)"]
    default: []
    }
  }

  /// A text as a word and in quotes; of several words, in quotes only.
  private static func forms(of text: String, tag: String = "") -> [String] {
    let quoted = "\"\(text)\"\(tag)"
    return text.contains(where: \.isPubMedSpace) ? [quoted] : ["\(text)\(tag)", quoted]
  }

  private static func texts(_ clause: Query.Clause, in fields: FieldSet) -> [String] {
    guard let name = name(of: fields) else { return [] }
    switch clause {
    case .phrase(let text), .pattern(let text): return forms(of: text, tag: "[\(name)]")
    case .near(let clauses, let proximity):
      let words = clauses.map { clause in
        switch clause {
        case .phrase(let text), .pattern(let text): text
        default: ""
        }
      }
      return ["\"\(words.joined(separator: " "))\"[\(name):~\(proximity.gap)]"]
    default: return []
    }
  }

  private static func name(of fields: FieldSet) -> String? {
    switch fields {
    case [.title, .abstract]: "tiab"
    case .title: "ti"
    case .abstract: "ab"
    case .keywords: "ot"
    default: nil
    }
  }

  private static func words(of heading: Query.Heading) -> String {
    let parts = [heading.name, heading.qualifier].filter { !$0.isEmpty }
    return parts.joined(separator: "/")
  }

  private static func tag(of heading: Query.Heading) -> String {
    if heading.name.isEmpty { return "[sh]" }
    return (heading.isMajor ? "[majr" : "[mh") + (heading.isExploded ? "]" : ":noexp]")
  }

  private static func tag(ofIdentifier text: String) -> String {
    if text.isDigits { return "[pmid]" }
    if text.hasPrefix("10.") { return "[doi]" }
    return text.hasPrefix("PMC") ? "[pmcid]" : "[aid]"
  }

  /// An author with further initials as PubMed completes them, or else as written.
  private static func author(_ name: String) -> [String] {
    let quoted = "\"\(name)\"[au]"
    return name.last == "*" ? ["\(name.dropLast())[au]", "\(name)[au]", quoted] : [quoted]
  }

  /// A family name that PubMed completes with any initials.
  private static func authorAlone(_ clauses: [Query.Clause]) -> [String] {
    guard clauses.count == 2, case .value(.author, let name) = clauses[0] else { return [] }
    return ["\(name)[au]"]
  }

  private static func value(of filter: Filter) -> [String] {
    if let years = filter.years { return ["\(text(of: years))[dp]"] }
    if let type = filter.types.first { return forms(of: type, tag: "[pt]") }
    if let language = filter.languages.first { return forms(of: language, tag: "[la]") }
    return []
  }

  private static func text(of years: ClosedRange<Int>) -> String {
    let from = fourDigits(years.lowerBound)
    if years.count == 1 { return from }
    return "\(from):\(years.upperBound == PubMedDate.lastYear ? "\(PubMedDate.openEnd)" : fourDigits(years.upperBound))"
  }

  private static func fourDigits(_ year: Int) -> String {
    let digits = "\(year)"
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
