/// What a document has whole values of, besides its texts.
///
/// Of a value the letters and digits count, in any case and without their accents, and where words end; of an identifier all
/// characters but white space.
public enum Attribute: String, Sendable, Hashable, CaseIterable {
  /// A heading of a controlled vocabulary as MEDLINE writes it, its qualifiers behind it: `Lupus Nephritis/*drug therapy/mortality`,
  /// an asterisk before what the document is mainly about.
  case heading
  /// An author, as family name and initials: `Smith JA`.
  case author
  /// A journal by its name, abbreviation or ISSN.
  case journal
  /// A PMID, DOI, or any other number that names the document.
  case identifier
}
