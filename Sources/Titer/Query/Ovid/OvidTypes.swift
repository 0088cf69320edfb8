/// Types of publications that Ovid knows by other names than MEDLINE, or that a set of answers can be limited to.
enum OvidTypes {
  /// The type of a name behind which `.pt.` stands: as written, unless MEDLINE calls it otherwise.
  static func type(_ name: String) -> String {
    guard let type = medline(name), type.lowercased() != name.lowercased() else { return name }
    return type
  }

  /// The type of a limit's name, in MEDLINE's spelling.
  static func medline(_ name: String) -> String? { types[key(name)] }

  /// The names of all limits.
  static let allNames = types.keys.sorted()

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" ? " " : $0 })
  }

  private static let types: [String: String] = {
    var types = Dictionary(uniqueKeysWithValues: medlineNames.map { (key($0), $0) })
    types["review articles"] = "Review"
    types["evaluation studies"] = "Evaluation Study"
    types["validation studies"] = "Validation Study"
    return types
  }()

  private static let medlineNames = [
    "Adaptive Clinical Trial", "Address", "Autobiography", "Bibliography", "Biography", "Case Reports",
    "Classical Article", "Clinical Conference", "Clinical Study", "Clinical Trial", "Clinical Trial Protocol",
    "Clinical Trial, Phase I", "Clinical Trial, Phase II", "Clinical Trial, Phase III", "Clinical Trial, Phase IV",
    "Clinical Trial, Veterinary", "Comment", "Comparative Study", "Congress", "Consensus Development Conference",
    "Consensus Development Conference, NIH", "Controlled Clinical Trial", "Dataset", "Dictionary", "Directory",
    "Editorial", "Equivalence Trial", "Evaluation Study", "Festschrift", "Government Publication", "Guideline",
    "Historical Article", "Interactive Tutorial", "Interview", "Introductory Journal Article", "Journal Article",
    "Lecture", "Legal Case", "Legislation", "Letter", "Meta-Analysis", "Multicenter Study", "News",
    "Newspaper Article", "Observational Study", "Observational Study, Veterinary", "Patient Education Handout",
    "Periodical Index", "Personal Narrative", "Portrait", "Practice Guideline", "Pragmatic Clinical Trial", "Preprint",
    "Published Erratum", "Randomized Controlled Trial", "Randomized Controlled Trial, Veterinary",
    "Retracted Publication", "Retraction of Publication", "Review", "Scientific Integrity Review",
    "Systematic Review", "Technical Report", "Twin Study", "Validation Study", "Video-Audio Media", "Webcast",
  ]
}
