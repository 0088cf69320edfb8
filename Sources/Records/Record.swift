/// One bibliographic record, whatever format it came in.
///
/// The common fields are what Titer indexes and shows. `source` keeps the fields as the file had them,
/// so that writing a record back in its own format loses nothing.
public struct Record: Sendable, Equatable {
  /// What names the record for good; never empty in a record that a reader returns.
  ///
  /// It is the PMID, the database's accession number, the `_id` that a collection gives, or else a fingerprint of the
  /// content.
  public var id: String = ""
  /// The full title, sub-title included (`"Title: sub-title"`), as plain text.
  public var title: String = ""
  /// The abstract's sections in order; an unstructured abstract is one section without a label.
  public var abstract: [AbstractSection] = []
  /// The authors in order, organisations among them.
  public var authors: [Author] = []
  /// The year of publication.
  public var year: Int?
  /// The journal, book or source title, in full where the source has it.
  public var journal: String = ""
  /// The volume, as printed.
  public var volume: String = ""
  /// The issue, as printed.
  public var issue: String = ""
  /// The pages, as printed: `"301-312"` or an article number.
  public var pages: String = ""
  /// The DOI in lower case without any resolver prefix: `"10.1016/s2665-9913(24)00377-1"`.
  public var doi: String = ""
  /// The PubMed identifier: digits only.
  public var pmid: String = ""
  /// The PubMed Central identifier: `"PMC"` and digits.
  public var pmcid: String = ""
  /// The accession number in the database that exported the record: `"SCOPUS:105001524292"`.
  public var accession: String = ""
  /// The publication types in the source's own words.
  public var types: [String] = []
  /// The language, in the source's own word or code.
  public var language: String = ""
  /// The authors' and the database's free keywords.
  public var keywords: [String] = []
  /// The MeSH headings as MEDLINE writes them: `"Lupus Erythematosus, Systemic/*therapy"`.
  public var mesh: [String] = []
  /// Addresses of the record.
  public var urls: [String] = []
  /// The format that the record was read from.
  public var format: RecordFormat
  /// The fields as the source had them, in the source's order: tag and untouched value.
  public var source: [SourceField] = []

  /// An empty record that was, or is to be, read from `format`.
  public init(format: RecordFormat) {
    self.format = format
  }
}

/// A labelled part of an abstract.
public struct AbstractSection: Sendable, Equatable {
  /// The label as printed (`"METHODS"`), or `""`.
  public var label: String
  /// The text of the section.
  public var text: String

  /// A section with its label; `""` for none.
  public init(label: String = "", text: String) {
    self.label = label
    self.text = text
  }
}

/// A person, or an organisation that signs as an author.
public struct Author: Sendable, Equatable {
  /// The family name, or the whole name of an organisation.
  public var family: String
  /// The given names or initials; `""` for an organisation.
  public var given: String
  /// Whether the author is an organisation.
  public var isOrganisation: Bool

  /// A person, or an organisation when `isOrganisation` is set.
  public init(family: String, given: String = "", isOrganisation: Bool = false) {
    self.family = family
    self.given = given
    self.isOrganisation = isOrganisation
  }

  /// The name as catalogues invert it: `"Avouac, Jérome"`.
  public var invertedName: String {
    given.isEmpty ? family : "\(family), \(given)"
  }
}

/// One field of a source: its tag and its value, untouched.
public struct SourceField: Sendable, Equatable {
  /// The tag, key, column or element that the source uses.
  public var tag: String
  /// The value with its inner line breaks as `"\n"`.
  public var value: String

  /// A field as its source had it.
  public init(tag: String, value: String) {
    self.tag = tag
    self.value = value
  }
}
