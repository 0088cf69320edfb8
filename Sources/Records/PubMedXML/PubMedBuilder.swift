/// What builds a record out of one `PubmedArticle` or `PubmedBookArticle`.
struct PubMedBuilder: XMLRecordBuilder {
  static let records: [PubMedName] = [.article, .bookArticle, .deleteCitation, .deleteDocument]
  static let formatName = "PubMed XML"

  var record = Record(format: .pubmedXML)
  var isDeletion = false
  var deletions: [String] = []

  var bookTitle = ""
  var vernacularTitle = ""
  var abbreviatedJournal = ""
  var otherAbstract: [AbstractSection] = []
  var articleYear: Int?
  var firstPage = ""
  var lastPage = ""
  var articleDOI = ""
  var bookAuthors: [Author] = []

  var author = PubMedAuthor()
  var heading = PubMedHeading()
  /// The attribute that tells what the text being taken is.
  var kind = ""
  var isInBook = false
  var isInOtherAbstract = false
  var isAuthorList = true

  mutating func start(_ element: XMLElement<PubMedName>, _ attributes: XMLAttributes<PubMedName>) -> XMLInterest {
    guard let name = element.name else { return .inside }
    switch name {
    case .article, .bookArticle, .medlineCitation,
      .bookDocument, .abstract, .journal, .pagination, .pubDate, .articleDate, .contributionDate, .articleIDList:
      break
    case .deleteCitation, .deleteDocument: isDeletion = true
    case .book: isInBook = true
    case .otherAbstract: isInOtherAbstract = true
    case .authorList: isAuthorList = !attributes[.type].hasPrefix("editor")
    case .author: author = PubMedAuthor(isValid: attributes[.isValid] != "N")
    case .meshHeading: heading = PubMedHeading()
    case .commentsCorrections: kind = attributes[.refType]
    default:
      kind = Self.kind(of: name, attributes, before: kind)
      return .text
    }
    return .inside
  }

  /// The attribute that matters to an element.
  private static func kind(
    of name: PubMedName, _ attributes: XMLAttributes<PubMedName>, before: String
  ) -> String {
    switch name {
    case .abstractText: label(attributes)
    case .eLocationID: attributes[.isValid] == "N" ? "" : attributes[.eIDType]
    case .articleID: attributes[.idType]
    case .descriptorName, .qualifierName: attributes[.majorTopic]
    case .pmid, .refSource: before
    default: ""
    }
  }

  /// The label as printed, or else NLM's own word for it.
  private static func label(_ attributes: XMLAttributes<PubMedName>) -> String {
    let label = attributes[.label]
    guard label.isEmpty else { return label == "UNLABELLED" ? "" : label }
    let category = attributes[.nlmCategory]
    return category == "UNASSIGNED" || category == "UNLABELLED" ? "" : category
  }

  static func markup(of name: PubMedName, _ attributes: XMLAttributes<PubMedName>) -> InlineMarkup {
    switch name {
    case .sup: .raised
    case .math: .math
    case .msup: .power
    case .msubsup: .indexedPower
    case .mfrac: .fraction
    default: .plain
    }
  }

  mutating func end(_ element: XMLElement<PubMedName>) {
    switch element.name {
    case .author: closeAuthor()
    case .authorList: isAuthorList = true
    case .book: isInBook = false
    case .otherAbstract: isInOtherAbstract = false
    case .meshHeading where !heading.text.isEmpty: record.mesh.append(heading.text)
    default: break
    }
  }

  private mutating func closeAuthor() {
    guard author.isValid, let name = author.name else { return }
    if !isAuthorList {
      keep("Editor", name.invertedName)
    } else if isInBook {
      bookAuthors.append(name)
    } else {
      record.authors.append(name)
    }
  }
}
