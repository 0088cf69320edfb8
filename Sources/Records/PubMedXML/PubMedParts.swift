/// One `Author`, part by part.
struct PubMedAuthor {
  /// Whether PubMed stands by the spelling; a wrong one is followed by the right one.
  var isValid = true
  var lastName = ""
  var foreName = ""
  var initials = ""
  var suffix = ""
  var collectiveName = ""

  /// The author, unless the element was empty.
  var name: Author? {
    guard collectiveName.isEmpty else { return Author(family: collectiveName, isOrganisation: true) }
    let given = foreName.isEmpty ? initials : foreName
    guard !lastName.isEmpty else { return given.isEmpty ? nil : Author(family: given) }
    return Author(family: lastName, given: suffix.isEmpty ? given : "\(given) \(suffix)")
  }
}

/// One `MeshHeading` as MEDLINE writes it: a descriptor and its qualifiers, `*` before each that is a major topic.
struct PubMedHeading {
  private(set) var text = ""

  mutating func add(_ name: String, isMajor: Bool) {
    guard !name.isEmpty else { return }
    if !text.isEmpty { text += "/" }
    if isMajor { text += "*" }
    text += name
  }
}
