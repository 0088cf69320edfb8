/// The record when all its elements are known.
extension PubMedBuilder {
  mutating func finish() -> XMLOutcome {
    defer { self = PubMedBuilder() }
    guard !isDeletion else { return .deletions(deletions) }
    settleTitle()
    settleDetails()
    guard record.isWorthReading || !record.pmid.isEmpty else {
      return .refused(expected: "a PMID, \(Record.necessities)", found: "none of them")
    }
    record.finish()
    return .record(record)
  }

  /// A title that PubMed hasn't translated is its original; a book is its own title.
  private mutating func settleTitle() {
    let isMissing = record.title.isEmpty || record.title.lowercased().hasPrefix("[not available]")
    if isMissing, !vernacularTitle.isEmpty { record.title = vernacularTitle }
    if record.title.isEmpty {
      record.title = bookTitle
    } else if record.journal.isEmpty {
      record.journal = bookTitle
    }
  }

  private mutating func settleDetails() {
    if record.abstract.isEmpty { record.abstract = otherAbstract }
    if record.authors.isEmpty { record.authors = bookAuthors }
    if record.journal.isEmpty { record.journal = abbreviatedJournal }
    if record.doi.isEmpty { record.doi = articleDOI }
    record.year = record.year ?? articleYear
    if record.pages.isEmpty { record.pages = Pages.range(firstPage, lastPage) }
  }
}
