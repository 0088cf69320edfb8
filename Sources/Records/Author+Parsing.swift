extension Author {
  /// An author from a name as catalogues print it, or `nil` for a blank.
  ///
  /// `"Scherlinger, Marc"`, `"Fanning E."`, `"Catarina Barata"` and `"Ludwig van Beethoven"` are persons. A name
  /// with a word of an organisation (`"Group"`, `"for"`) and no comma after its first word is one.
  init?(printed name: String) {
    let name = name.tidied
    guard !name.isEmpty else { return nil }
    let parts = Self.parts(of: name)
    if Self.namesOrganisation(parts.family) {
      self.init(family: name, isOrganisation: true)
    } else {
      self.init(parts)
    }
  }

  /// An organisation from its name, or `nil` for a blank.
  init?(organisation name: String) {
    let name = name.tidied
    guard !name.isEmpty else { return nil }
    self.init(family: name, isOrganisation: true)
  }

  /// A person from a name as catalogues print it, or `nil` for a blank.
  init?(person name: String) {
    self.init(Self.parts(of: name.tidied))
  }

  private init?(_ parts: (family: String, given: String)) {
    switch (parts.family.isEmpty, parts.given.isEmpty) {
    case (true, true): return nil
    case (true, false): self.init(uninverted: parts.given)
    case (false, true): self.init(uninverted: parts.family)
    case (false, false): self.init(family: parts.family, given: parts.given)
    }
  }

  /// What stands before and after the first comma.
  private static func parts(of name: String) -> (family: String, given: String) {
    var text = name
    return text.withUTF8 { bytes in
      guard let comma = unsafe bytes.firstIndex(of: UInt8(ascii: ",")) else { return (name, "") }
      let family = unsafe String(decoding: bytes[..<comma], as: UTF8.self)
      return (family.tidied, unsafe String(decoding: bytes[(comma + 1)...], as: UTF8.self).tidied)
    }
  }

  private init(uninverted name: String) {
    let words = name.utf8.split(separator: UInt8(ascii: " "))
    guard words.count > 1, let last = words.last else {
      self.init(family: name)
      return
    }
    let edge = words.dropFirst().first(where: Self.isParticle) ?? last
    let (before, after) = (name[..<edge.startIndex], name[edge.startIndex...])
    if Self.areInitials(Substring(last)) {
      self.init(family: String(name[..<last.startIndex]).tidied, given: String(Substring(last)))
    } else {
      self.init(family: String(after), given: String(before).tidied)
    }
  }

  /// Whether a word of a name begins small, as `van` does.
  private static func isParticle(_ word: Substring.UTF8View) -> Bool {
    guard let first = word.first, first >= 0x80 else { return word.first?.isSmall == true }
    return Substring(word).first?.isLowercase == true
  }

  /// `"E."`, `"MD"`, `"J.-P."`: up to four capitals, or up to six with points after them.
  private static func areInitials(_ word: Substring) -> Bool {
    if word.utf8.contains(where: \.isSmall) { return false }
    let letters = word.filter { $0 != "." && $0 != "-" }
    guard 1...6 ~= letters.count, letters.allSatisfy(\.isUppercase) else { return false }
    return letters.count <= 4 || word.count { $0 == "." } >= letters.count - 1
  }

  private static func namesOrganisation(_ name: String) -> Bool {
    guard name.contains(UInt8(ascii: " ")) else { return false }
    let words = name.utf8.split { !$0.isLetter }
    return words.contains { organisationWords.contains(WordCode($0)) }
  }

  private static let organisationWords: Set<WordCode> = Set(
    """
    academy agency alliance association board center centre club collaboration collaborative collaborators college
    commission committee consortium council department foundation group groups hospital initiative institut institute
    institutes investigators laboratory ministry network organisation organization panel programme program project registry
    society study taskforce team trial trialists university working for of the and
    """.utf8.split { $0 <= 0x20 }.map { WordCode($0) })
}

/// A word of ASCII, without regard to case, as a number that only words of up to sixteen letters share with none.
private struct WordCode: Hashable {
  private let code: UInt128

  init(_ word: Substring.UTF8View) {
    code = word.reduce(0) { $0 << 8 | UInt128($1 | 0x20) }
  }
}
