extension Author {
  /// An author from a name as catalogues print it, or `nil` for a blank.
  ///
  /// `"Scherlinger, Marc"`, `"Fanning E."`, `"Catarina Barata"` and `"Ludwig van Beethoven"` are persons. A name
  /// with a word of an organisation (`"Group"`, `"for"`) and no comma after its first word is one.
  init?(printed name: String) {
    let name = name.tidied
    guard !name.isEmpty else { return nil }
    let family = String(name.prefix { $0 != "," })
    if Self.namesOrganisation(family) {
      self.init(family: name, isOrganisation: true)
    } else {
      self.init(person: name)
    }
  }

  /// A person from a name as catalogues print it, or `nil` for a blank.
  init?(person name: String) {
    let name = name.tidied
    let parts = name.split(separator: ",", maxSplits: 1).map { String($0).tidied }
    guard let first = parts.first, !first.isEmpty else { return nil }
    if parts.count == 2 {
      self.init(family: first, given: parts[1])
    } else {
      self.init(uninverted: first)
    }
  }

  private init(uninverted name: String) {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last else {
      self.init(family: name)
      return
    }
    if Self.areInitials(last) {
      self.init(family: words.dropLast().joined(separator: " "), given: String(last))
      return
    }
    let particles = words.dropFirst().dropLast().firstIndex { $0.first?.isLowercase == true }
    let family = words[(particles ?? words.count - 1)...].joined(separator: " ")
    self.init(family: family, given: words.prefix(particles ?? words.count - 1).joined(separator: " "))
  }

  /// `"E."`, `"MD"`, `"J.-P."`: up to four capitals.
  private static func areInitials(_ word: Substring) -> Bool {
    let letters = word.filter { $0 != "." && $0 != "-" }
    return 1...4 ~= letters.count && letters.allSatisfy(\.isUppercase)
  }

  private static func namesOrganisation(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return words.count > 1 && words.contains { organisationWords.contains(String($0)) }
  }

  private static let organisationWords = Set(
    """
    academy agency alliance association board center centre club collaboration collaborative collaborators college
    commission committee consortium council department foundation group groups hospital initiative institut institute
    institutes investigators laboratory ministry network organisation organization panel programme program project registry
    society study taskforce team trial trialists university working for of the and
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
