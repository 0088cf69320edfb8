/// The elements and attributes of EndNote's XML that a record is made of, and those that only hold others.
enum EndNoteName: String, XMLName {
  case xml
  case records
  case record

  // What holds leaves.
  case contributors
  case authors
  case secondaryAuthors = "secondary-authors"
  case tertiaryAuthors = "tertiary-authors"
  case subsidiaryAuthors = "subsidiary-authors"
  case translatedAuthors = "translated-authors"
  case titles
  case periodical
  case altPeriodical = "alt-periodical"
  case dates
  case pubDates = "pub-dates"
  case copyrightDates = "copyright-dates"
  case keywords
  case urls
  case webURLs = "web-urls"
  case pdfURLs = "pdf-urls"
  case textURLs = "text-urls"
  case relatedURLs = "related-urls"
  case imageURLs = "image-urls"
  case foreignKeys = "foreign-keys"

  // Leaves.
  case refType = "ref-type"
  case author
  case title
  case secondaryTitle = "secondary-title"
  case fullTitle = "full-title"
  case pages
  case volume
  case number
  case issue
  case keyword
  case year
  case date
  case abstract
  case doi = "electronic-resource-num"
  case accession = "accession-num"
  case custom2
  case url
  case language
  case databaseName = "remote-database-name"
  case databaseProvider = "remote-database-provider"

  // An attribute.
  case name

  static let unread: Set<EndNoteName> = []

  /// The elements that hold others and no text of their own.
  static let containers: Set<EndNoteName> = [
    .xml, .records, .record, .contributors, .authors, .secondaryAuthors, .tertiaryAuthors, .subsidiaryAuthors,
    .translatedAuthors, .titles, .periodical, .altPeriodical, .dates, .pubDates, .copyrightDates, .keywords, .urls,
    .webURLs, .pdfURLs, .textURLs, .relatedURLs, .imageURLs, .foreignKeys,
  ]
}
