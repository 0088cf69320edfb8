/// What the tags of a MEDLINE entry mean (NLM, “MEDLINE/PubMed data element descriptions”).
struct MEDLINEFields {
  private let values: TaggedValues

  init(_ values: TaggedValues) {
    self.values = values
  }

  func fill(_ record: inout Record) {
    record.title = values.first("TI", "BTI", "CTI", "TT")
    record.abstract = AbstractSection.sections(of: values.first("AB", "OAB"))
    record.authors = authors
    record.year = Year.first(in: values.first("DP", "DEP", "DA"))
    record.journal = values.first("JT", "TA", "BTI")
    record.volume = values.first("VI")
    record.issue = values.first("IP")
    record.pages = values.first("PG")
    record.doi = doi
    record.pmid = values.first("PMID")
    record.pmcid = values.first("PMC")
    record.types = values.all("PT")
    record.language = values.first("LA")
    record.keywords = values.all("OT").map { $0.hasPrefix("*") ? String($0.dropFirst()) : $0 }.uniqued()
    record.mesh = values.all("MH")
  }

  private var doi: String {
    let identifiers = values.all("LID", "AID")
    let marked = identifiers.filter { $0.hasSuffix("[doi]") }
    return (marked + identifiers).lazy.map(DOI.normalized).first { !$0.isEmpty } ?? ""
  }

  /// `FAU` has the full name and the `AU` after it the same with initials; older entries have `AU` alone.
  private var authors: [Author] {
    var authors: [Author] = []
    var hasFullName = false
    values.forEach(["FAU", "AU", "CN"]) { tag, value in
      if tag != "AU" || !hasFullName, let author = author(tag, value) { authors.append(author) }
      hasFullName = tag == "FAU"
    }
    return authors
  }

  private func author(_ tag: TagCode, _ value: String) -> Author? {
    guard tag == "CN" else { return Author(person: value) }
    let name = value.tidied
    return name.isEmpty ? nil : Author(family: name, isOrganisation: true)
  }
}
