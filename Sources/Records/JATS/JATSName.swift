/// The elements and attributes of JATS front matter that a record is made of.
enum JATSName: String, XMLName {
  case article

  // What holds a record's parts.
  case articleMeta = "article-meta"
  case titleGroup = "title-group"
  case contribGroup = "contrib-group"
  case contrib
  case nameAlternatives = "name-alternatives"
  case nameElement = "name"
  case pubDate = "pub-date"
  case kwdGroup = "kwd-group"
  case journalMeta = "journal-meta"
  case journalTitleGroup = "journal-title-group"
  case abstract
  case transAbstract = "trans-abstract"
  case sec
  case nestedKeyword = "nested-kwd"
  case transTitleGroup = "trans-title-group"

  // Leaves.
  case articleID = "article-id"
  case articleTitle = "article-title"
  case subtitle
  case transTitle = "trans-title"
  case surname
  case givenNames = "given-names"
  case suffix
  case collab
  case stringName = "string-name"
  case year
  case volume
  case issue
  case firstPage = "fpage"
  case lastPage = "lpage"
  case pageRange = "page-range"
  case elocationID = "elocation-id"
  case kwd
  case compoundKeyword = "compound-kwd"
  case journalTitle = "journal-title"
  case journalID = "journal-id"
  case abbreviatedJournal = "abbrev-journal-title"
  case issn
  case publisherName = "publisher-name"
  case subject
  case title

  // What a text holds.
  case p
  case list
  case listItem = "list-item"
  case displayFormula = "disp-formula"
  case lineBreak = "break"
  case sup
  case math
  case msup
  case msubsup
  case mfrac
  case xref
  case fn

  // What is left out, for its size or because it speaks of something else.
  case body
  case back
  case floatsGroup = "floats-group"
  case subArticle = "sub-article"
  case response
  case aff
  case authorNotes = "author-notes"
  case permissions
  case history
  case relatedArticle = "related-article"
  case product
  case customMeta = "custom-meta-group"
  case fundingGroup = "funding-group"
  case texMath = "tex-math"
  case annotation
  case annotationXML = "annotation-xml"

  // Attributes.
  case abstractType = "abstract-type"
  case articleType = "article-type"
  case contribType = "contrib-type"
  case pubIDType = "pub-id-type"
  case pubType = "pub-type"
  case dateType = "date-type"
  case journalIDType = "journal-id-type"
  case refType = "ref-type"
  case lang

  static let unread: Set<JATSName> = [
    .body, .back, .floatsGroup, .subArticle, .aff, .authorNotes, .permissions, .history, .relatedArticle, .product,
    .customMeta, .fundingGroup, .texMath, .annotation, .annotationXML,
  ]
}
