/// The elements and attributes of PubMed's DTD that a record is made of.
enum PubMedName: String, XMLName {
  // What holds records.
  case articleSet = "PubmedArticleSet"
  case bookArticleSet = "PubmedBookArticleSet"
  case article = "PubmedArticle"
  case bookArticle = "PubmedBookArticle"
  case deleteCitation = "DeleteCitation"
  case deleteDocument = "DeleteDocument"

  // What a record holds.
  case medlineCitation = "MedlineCitation"
  case bookDocument = "BookDocument"
  case book = "Book"
  case pmid = "PMID"
  case articleTitle = "ArticleTitle"
  case vernacularTitle = "VernacularTitle"
  case bookTitle = "BookTitle"
  case collectionTitle = "CollectionTitle"
  case abstract = "Abstract"
  case otherAbstract = "OtherAbstract"
  case abstractText = "AbstractText"

  case authorList = "AuthorList"
  case author = "Author"
  case lastName = "LastName"
  case foreName = "ForeName"
  case initials = "Initials"
  case suffix = "Suffix"
  case collectiveName = "CollectiveName"

  case journal = "Journal"
  case title = "Title"
  case isoAbbreviation = "ISOAbbreviation"
  case medlineTA = "MedlineTA"
  case issn = "ISSN"
  case issnLinking = "ISSNLinking"
  case nlmUniqueID = "NlmUniqueID"
  case isbn = "Isbn"
  case country = "Country"
  case publisherName = "PublisherName"
  case volume = "Volume"
  case issue = "Issue"
  case pagination = "Pagination"
  case medlinePgn = "MedlinePgn"
  case startPage = "StartPage"
  case endPage = "EndPage"

  case pubDate = "PubDate"
  case articleDate = "ArticleDate"
  case contributionDate = "ContributionDate"
  case year = "Year"
  case medlineDate = "MedlineDate"

  case eLocationID = "ELocationID"
  case articleIDList = "ArticleIdList"
  case articleID = "ArticleId"
  case language = "Language"
  case publicationType = "PublicationType"
  case keyword = "Keyword"
  case meshHeading = "MeshHeading"
  case descriptorName = "DescriptorName"
  case qualifierName = "QualifierName"
  case nameOfSubstance = "NameOfSubstance"
  case accessionNumber = "AccessionNumber"
  case grantID = "GrantID"
  case commentsCorrections = "CommentsCorrections"
  case refSource = "RefSource"

  // What a text holds.
  case sup
  case math
  case msup
  case msubsup
  case mfrac
  case annotation
  case annotationXML = "annotation-xml"

  // What is left out: histories, addresses, references, investigators.
  case dateCompleted = "DateCompleted"
  case dateRevised = "DateRevised"
  case history = "History"
  case referenceList = "ReferenceList"
  case affiliationInfo = "AffiliationInfo"
  case identifier = "Identifier"
  case investigatorList = "InvestigatorList"
  case personalNameSubjectList = "PersonalNameSubjectList"
  case sections = "Sections"
  case copyrightInformation = "CopyrightInformation"

  // Attributes.
  case label = "Label"
  case nlmCategory = "NlmCategory"
  case eIDType = "EIdType"
  case idType = "IdType"
  case majorTopic = "MajorTopicYN"
  case isValid = "ValidYN"
  case type = "Type"
  case refType = "RefType"

  static let unread: Set<PubMedName> = [
    .dateCompleted, .dateRevised, .history, .referenceList, .affiliationInfo, .identifier, .investigatorList,
    .personalNameSubjectList, .sections, .copyrightInformation, .annotation, .annotationXML,
  ]
}
