/// The abstracts of one article: the one that says what it found, and the others.
struct JATSAbstracts {
  /// The type that stands for a translation.
  static let translated = "translation"

  private var main: [AbstractSection] = []
  private var others: [(type: String, sections: [AbstractSection])] = []
  private var type = ""
  private var sections: [AbstractSection] = []
  private(set) var isOpen = false

  mutating func begin(type: String) {
    self.type = type
    sections = []
    isOpen = true
  }

  mutating func beginSection() {
    sections.append(AbstractSection(text: ""))
  }

  /// The title of a section; one of the whole abstract says only "Abstract".
  mutating func setLabel(_ label: String) {
    guard let last = sections.indices.last else { return }
    sections[last].label = label.hasSuffix(":") ? String(label.dropLast()) : label
  }

  /// A paragraph of the open section.
  mutating func append(_ paragraph: String) {
    if sections.isEmpty { beginSection() }
    let last = sections.count - 1
    sections[last].text += sections[last].text.isEmpty ? paragraph : " " + paragraph
  }

  mutating func end() {
    isOpen = false
    sections.removeAll { $0.text.isEmpty }
    if type.isEmpty, main.isEmpty {
      main = sections
    } else if !sections.isEmpty {
      others.append((type, sections))
    }
  }

  /// The abstract of the record, and what else there is as fields of the source.
  mutating func settled() -> (abstract: [AbstractSection], source: [SourceField]) {
    if main.isEmpty, let best = others.indices.min(by: { rank(others[$0].type) < rank(others[$1].type) }) {
      main = others.remove(at: best).sections
    }
    let source = others.map { type, sections in
      SourceField(tag: "abstract/\(type)", value: sections.map(\.text).joined(separator: "\n"))
    }
    return (main, source)
  }

  /// How far a kind of abstract is from being the abstract.
  private func rank(_ type: String) -> Int {
    switch type {
    case "": 0
    case Self.translated: 2
    case "graphical", "teaser", "toc", "key-points", "author-highlights", "web-summary": 3
    default: 1
    }
  }
}

/// The years in which one article came out.
struct JATSDates {
  private var isPublication = false
  private var earliest: Int?
  private var other: Int?

  /// A date begins: of publication, unless it is an archive's.
  mutating func begin(type: String, dateType: String) {
    let publications = ["epub", "ppub", "collection", "epub-ppub", "epreprint", "pub", "ecorrected"]
    isPublication = publications.contains(type) || publications.contains(dateType)
  }

  mutating func add(_ year: Int) {
    if isPublication {
      earliest = min(earliest ?? year, year)
    } else {
      other = min(other ?? year, year)
    }
  }

  /// The earliest year of publication, or else the earliest of all.
  var year: Int? { earliest ?? other }
}

/// One `contrib`, part by part.
struct JATSAuthor {
  /// What the contributor did; `""` where the source doesn't say.
  var type = ""
  var surname = ""
  var givenNames = ""
  var suffix = ""
  var wholeName = ""
  var organisation = ""

  /// The author, unless the contributor is none or has no name.
  var name: Author? {
    guard ["", "author", "collab", "group"].contains(type) else { return nil }
    guard organisation.isEmpty || !surname.isEmpty else { return Author(family: organisation, isOrganisation: true) }
    let given = suffix.isEmpty ? givenNames : "\(givenNames) \(suffix)"
    if !surname.isEmpty { return Author(family: surname, given: given) }
    if !wholeName.isEmpty { return Author(printed: wholeName) }
    return given.isEmpty ? nil : Author(family: given)
  }
}
