/// The terms that whole values of documents have in an index: a byte below all of words that names the attribute, then the value in
/// its plainest form.
///
/// A heading has several, so that each way to ask for it is one look-up:
///
///     lupus nephritis                  the heading, with or without qualifiers
///     lupus nephritis/drug therapy     with a qualifier
///     /drug therapy                    any heading with the qualifier
///     !lupus nephritis                 what the document is mainly about: the same three with a mark before them
///
/// The words of an author's family name are joined by `_`. Their forms have no other punctuation.
struct ValueTerms {
  private static let majorMark: UInt8 = 0x21
  private static let slash: UInt8 = 0x2F
  /// Bytes of a value that count; no identifier in use is longer.
  private static let mostBytes = 1_024

  private var folding = Folding()
  private var folded: [UInt8] = []

  /// The terms of a document's values, each once, in order of their bytes.
  mutating func terms(of values: [Document.Value]) -> [[UInt8]] {
    var terms: Set<[UInt8]> = []
    for value in values {
      if value.attribute == .heading {
        addHeading(value.text, to: &terms)
      } else if let term = term(value.attribute, value.text) {
        terms.insert(term)
      }
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The term of a value, with its wildcards where `keepsWildcards`; `nil` where nothing of it counts.
  mutating func term(_ attribute: Attribute, _ text: String, keepsWildcards: Bool = false) -> [UInt8]? {
    let text = attribute == .author ? Self.familyAsOne(text) : text
    let plain = plain(text, attribute, keepsWildcards)
    return plain.isEmpty ? nil : [attribute.byte] + plain.prefix(Self.mostBytes)
  }

  /// A name in which the words before the initials are one, so that `smith j*` is no Smith-Jones.
  ///
  /// Initials are a last word of at most four letters, wildcards not counted.
  private static func familyAsOne(_ name: String) -> String {
    let words = name.split { !$0.isLetter && !$0.isNumber && !$0.isWildcard && !"'\u{2019}\u{02BC}.".contains($0) }
    guard let last = words.last else { return "" }
    let isInitials = words.count > 1 && last.count { $0.isLetter } <= 4
    let family = (isInitials ? words.dropLast() : words[...]).joined(separator: "_")
    return isInitials ? "\(family) \(last)" : family
  }

  /// The term that the documents of a heading have; `nil` where there is neither a name nor a qualifier.
  mutating func term(_ heading: Query.Heading, keepsWildcards: Bool = false) -> [UInt8]? {
    let name = plain(heading.name, .heading, keepsWildcards)
    let qualifier = plain(heading.qualifier, .heading, false)
    guard !name.isEmpty || !qualifier.isEmpty else { return nil }
    return Self.term(name[...], qualifier, isMajor: heading.isMajor)
  }

  private static func term(_ name: ArraySlice<UInt8>, _ qualifier: [UInt8], isMajor: Bool) -> [UInt8] {
    [Attribute.heading.byte] + (isMajor ? [majorMark] : []) + name.prefix(mostBytes)
      + (qualifier.isEmpty ? [] : [slash] + qualifier.prefix(mostBytes))
  }

  private mutating func addHeading(_ text: String, to terms: inout Set<[UInt8]>) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, case let name = plain(String(first), .heading, false), !name.isEmpty else { return }
    let isMajor = text.contains("*")
    terms.insert(Self.term(name[...], [], isMajor: false))
    if isMajor { terms.insert(Self.term(name[...], [], isMajor: true)) }
    for part in parts.dropFirst() {
      let qualifier = plain(String(part), .heading, false)
      guard !qualifier.isEmpty else { continue }
      for name in [name[...], []] {
        terms.insert(Self.term(name, qualifier, isMajor: false))
        if part.contains("*") { terms.insert(Self.term(name, qualifier, isMajor: true)) }
      }
    }
  }

  /// The letters and digits of a value, words with one space between them; all characters of an identifier that are not white space.
  private mutating func plain(_ text: String, _ attribute: Attribute, _ keepsWildcards: Bool) -> [UInt8] {
    var plain: [UInt8] = []
    var isBetweenWords = false
    for scalar in text.unicodeScalars {
      if attribute == .identifier ? !scalar.properties.isWhitespace : scalar.isOfWord {
        if isBetweenWords, !plain.isEmpty, attribute != .identifier { plain.append(0x20) }
        isBetweenWords = false
        append(scalar, to: &plain)
      } else if attribute == .author, scalar == "_" {
        plain.append(0x5F)
      } else if keepsWildcards, scalar.isWildcard {
        if isBetweenWords, !plain.isEmpty { plain.append(0x20) }
        isBetweenWords = false
        plain.append(UInt8(scalar.value))
      } else if !scalar.isApostrophe, !(attribute == .author && scalar == ".") {
        isBetweenWords = true
      }
    }
    return plain
  }

  private mutating func append(_ scalar: Unicode.Scalar, to plain: inout [UInt8]) {
    folding.fold(Array(Unicode.UTF8.encode(scalar) ?? .init()).span, into: &folded)
    plain += folded
  }
}

extension Attribute {
  /// What the terms of its values begin with.
  var byte: UInt8 {
    switch self {
    case .heading: 1
    case .author: 2
    case .journal: 3
    case .identifier: 4
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a mark on one, or a digit.
  fileprivate var isOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  fileprivate var isWildcard: Bool { self == "*" || self == "?" || self == "#" }

  fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{02BC}" }
}
