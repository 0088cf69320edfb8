/// What each element's text becomes.
extension JATSBuilder {
  mutating func take(_ text: String, of element: XMLElement<JATSName>, tag: String) {
    guard !text.isEmpty else { return }
    if abstracts.isOpen { return takeAbstract(text, element) }
    switch (element.name, element.parent) {
    case (.articleID, .articleMeta): takeIdentifier(text)
    case (.articleTitle, .titleGroup): record.title = text
    case (.subtitle, .titleGroup): subtitle = text
    case (.year, .pubDate): if let year = Year.first(in: text) { dates.add(year) }
    case (.kwd, _), (.compoundKeyword, _): record.keywords.append(text)
    case (_, .nameElement), (_, .contrib), (_, .nameAlternatives): takeName(text, element.name)
    case (_, .journalMeta), (_, .journalTitleGroup): takeJournal(text, element.name, tag)
    case (_, .articleMeta): takePlace(text, element.name, tag)
    case (.subject, _), (.transTitle, _), (.issn, _), (.publisherName, _): keep(tag, text)
    default: break
    }
  }

  private mutating func keep(_ tag: String, _ value: String) {
    record.source.append(SourceField(tag: tag, value: value))
  }

  private mutating func takeAbstract(_ text: String, _ element: XMLElement<JATSName>) {
    if element.name == .title {
      abstracts.setLabel(text)
    } else {
      abstracts.append(text)
    }
  }

  private mutating func takeIdentifier(_ text: String) {
    switch kind {
    case "pmid": record.pmid = text
    case "pmc", "pmcid": record.pmcid = text.hasPrefix("PMC") ? text : "PMC\(text)"
    case "doi": record.doi = text
    default: keep(kind.isEmpty ? "article-id" : "article-id/\(kind)", text)
    }
  }

  private mutating func takeName(_ text: String, _ part: JATSName?) {
    switch part {
    case .surname where author.surname.isEmpty: author.surname = text
    case .givenNames where author.givenNames.isEmpty: author.givenNames = text
    case .suffix: author.suffix = text
    case .collab: author.organisation = text
    case .stringName where author.wholeName.isEmpty: author.wholeName = text
    default: break
    }
  }

  private mutating func takeJournal(_ text: String, _ name: JATSName?, _ tag: String) {
    switch name {
    case .journalTitle: record.journal = text
    case .abbreviatedJournal: abbreviatedJournal = text
    case .journalID where kind == "nlm-ta" || kind == "iso-abbrev":
      if abbreviatedJournal.isEmpty { abbreviatedJournal = text }
      keep("\(tag)/\(kind)", text)
    case .issn: keep(tag, text)
    default: break
    }
  }

  private mutating func takePlace(_ text: String, _ name: JATSName?, _ tag: String) {
    switch name {
    case .volume: record.volume = text
    case .issue: record.issue = text
    case .pageRange: record.pages = text
    case .firstPage: firstPage = text
    case .lastPage: lastPage = text
    case .elocationID: elocation = text
    default: break
    }
  }
}

/// The record when all its elements are known.
extension JATSBuilder {
  mutating func finish() -> XMLOutcome {
    defer { self = JATSBuilder() }
    record.title = Title.joined(record.title, subtitle)
    settlePlace()
    let (abstract, others) = abstracts.settled()
    record.abstract = abstract
    record.source += others
    guard record.isWorthReading else {
      return .refused(expected: "front matter with \(Record.necessities)", found: "an article with none of these")
    }
    record.finish()
    return .record(record)
  }

  private mutating func settlePlace() {
    if record.journal.isEmpty { record.journal = abbreviatedJournal }
    record.year = dates.year
    if record.pages.isEmpty { record.pages = Pages.range(firstPage, lastPage) }
    if record.pages.isEmpty { record.pages = elocation }
  }
}
