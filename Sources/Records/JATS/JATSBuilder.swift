/// What builds a record out of one article's front matter.
struct JATSBuilder: XMLRecordBuilder {
  static let records: [JATSName] = [.article]
  static let formatName = "JATS"

  var record = Record(format: .jats)
  var abstracts = JATSAbstracts()
  var subtitle = ""
  var abbreviatedJournal = ""
  var firstPage = ""
  var lastPage = ""
  var elocation = ""
  var dates = JATSDates()
  var author = JATSAuthor()
  /// The attribute that tells what the text being taken is.
  var kind = ""

  mutating func start(_ element: XMLElement<JATSName>, _ attributes: XMLAttributes<JATSName>) -> XMLInterest {
    guard let name = element.name else { return abstracts.isOpen ? .text : .inside }
    if abstracts.isOpen { return startInAbstract(name) }
    switch name {
    case .article: beginArticle(attributes)
    case .response: return .none
    case .abstract: abstracts.begin(type: attributes[.abstractType])
    case .transAbstract: abstracts.begin(type: JATSAbstracts.translated)
    case .contrib: author = JATSAuthor(type: attributes[.contribType])
    case .pubDate: dates.begin(type: attributes[.pubType], dateType: attributes[.dateType])
    case .articleMeta, .titleGroup, .contribGroup, .nameAlternatives, .nameElement, .kwdGroup, .journalMeta,
      .journalTitleGroup, .nestedKeyword, .transTitleGroup:
      break
    default: return startLeaf(name, attributes)
    }
    return .inside
  }

  private mutating func startInAbstract(_ name: JATSName) -> XMLInterest {
    guard name == .sec else { return .text }
    abstracts.beginSection()
    return .inside
  }

  private mutating func startLeaf(_ name: JATSName, _ attributes: XMLAttributes<JATSName>) -> XMLInterest {
    switch name {
    case .articleID: kind = attributes[.pubIDType]
    case .journalID: kind = attributes[.journalIDType]
    default: kind = ""
    }
    return .text
  }

  private mutating func beginArticle(_ attributes: XMLAttributes<JATSName>) {
    record.language = attributes[.lang]
    let type = attributes[.articleType]
    if !type.isEmpty { record.types.append(type) }
  }

  static func markup(of name: JATSName, _ attributes: XMLAttributes<JATSName>) -> InlineMarkup {
    switch name {
    case .sup: .raised
    case .math: .math
    case .msup: .power
    case .msubsup: .indexedPower
    case .mfrac: .fraction
    case .p, .title, .list, .listItem, .displayFormula, .lineBreak: .block
    case .fn, .contribGroup: .hidden
    case .xref: attributes[.refType] == "fn" || attributes[.refType] == "aff" ? .hidden : .plain
    default: .plain
    }
  }

  mutating func end(_ element: XMLElement<JATSName>) {
    switch element.name {
    case .contrib: if let name = author.name { record.authors.append(name) }
    case .abstract, .transAbstract: abstracts.end()
    default: break
    }
  }
}
