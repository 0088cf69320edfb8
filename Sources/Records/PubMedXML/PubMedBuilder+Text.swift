/// What each element's text becomes.
extension PubMedBuilder {
  mutating func take(_ text: String, of element: XMLElement<PubMedName>, tag: String) {
    guard !text.isEmpty, let name = element.name else { return }
    switch name {
    case .pmid: takePMID(text, in: element.parent)
    case .articleTitle: record.title = text
    case .bookTitle: if isInBook { bookTitle = text }
    case .vernacularTitle:
      vernacularTitle = text
      keep(tag, text)
    case .abstractText: takeAbstract(AbstractSection(label: kind, text: text))
    case .lastName, .foreName, .initials, .suffix, .collectiveName: takeName(text, name)
    case .year, .medlineDate: takeYear(text, in: element.parent)
    case .eLocationID, .articleID: takeIdentifier(text, name, tag)
    case .descriptorName, .qualifierName: heading.add(text, isMajor: kind == "Y")
    case .publicationType: record.types.append(text)
    case .keyword: record.keywords.append(text)
    case .language where record.language.isEmpty: record.language = text
    case .refSource: keep("\(kind)/\(tag)", text)
    default: takeJournal(text, name, tag)
    }
  }

  mutating func keep(_ tag: String, _ value: String) {
    record.source.append(SourceField(tag: tag, value: value))
  }

  private mutating func takePMID(_ text: String, in parent: PubMedName?) {
    switch parent {
    case .deleteCitation, .deleteDocument: deletions.append(text)
    case .medlineCitation, .bookDocument: record.pmid = text
    default: keep(kind.isEmpty ? "PMID" : "\(kind)/PMID", text)
    }
  }

  private mutating func takeAbstract(_ section: AbstractSection) {
    if isInOtherAbstract {
      otherAbstract.append(section)
    } else {
      record.abstract.append(section)
    }
  }

  private mutating func takeName(_ text: String, _ part: PubMedName) {
    switch part {
    case .lastName: author.lastName = text
    case .foreName: author.foreName = text
    case .initials: author.initials = text
    case .suffix: author.suffix = text
    default: author.collectiveName = text
    }
  }

  /// The date of the issue comes first, as in MEDLINE's DP; the date of the electronic article stands in for it.
  private mutating func takeYear(_ text: String, in parent: PubMedName?) {
    guard let year = Year.first(in: text) else { return }
    switch parent {
    case .pubDate: record.year = record.year ?? year
    case .articleDate, .contributionDate: articleYear = articleYear ?? year
    default: break
    }
  }

  private mutating func takeIdentifier(_ text: String, _ name: PubMedName, _ tag: String) {
    switch kind {
    case "doi" where name == .eLocationID: record.doi = text
    case "doi": articleDOI = text
    case "pmc": record.pmcid = text
    case "pubmed", "": break
    default: keep("\(tag)/\(kind)", text)
    }
  }

  private mutating func takeJournal(_ text: String, _ name: PubMedName, _ tag: String) {
    switch name {
    case .title: record.journal = text
    case .volume: record.volume = text
    case .issue: record.issue = text
    case .medlinePgn: record.pages = text
    case .startPage: firstPage = text
    case .endPage: lastPage = text
    case .isoAbbreviation, .medlineTA:
      if abbreviatedJournal.isEmpty { abbreviatedJournal = text }
      keep(tag, text)
    default: keep(tag, text)
    }
  }
}
