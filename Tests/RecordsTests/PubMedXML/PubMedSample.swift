/// A citation that has about everything.
enum PubMedSample {
  static func article(pmid: String = "7000001", title: String = "T cells in <i>lupus</i>.", abstract: String = "")
    -> String
  {
    """
    <PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">\(pmid)</PMID>
    <DateRevised><Year>1901</Year></DateRevised>
    <Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>17</Volume><Issue>2-3</Issue>
    <PubDate><MedlineDate>2019 Nov-Dec</MedlineDate></PubDate></JournalIssue><Title>Annals of Tests</Title>
    <ISOAbbreviation>Ann Tests</ISOAbbreviation></Journal><ArticleTitle>\(title)</ArticleTitle>
    <Pagination><StartPage>301</StartPage><EndPage>312</EndPage><MedlinePgn>301-12</MedlinePgn></Pagination>
    <ELocationID EIdType="doi" ValidYN="Y">10.1000/ABC.7</ELocationID>
    <Abstract>\(abstract)<CopyrightInformation>mine</CopyrightInformation></Abstract>
    <AuthorList><Author ValidYN="Y"><LastName>Avouac</LastName><ForeName>Jérome</ForeName><Initials>J</Initials>
    <AffiliationInfo><Affiliation>Paris</Affiliation></AffiliationInfo></Author>
    <Author ValidYN="N"><LastName>Wrong</LastName></Author>
    <Author><LastName>Roe</LastName><Initials>R</Initials><Suffix>Jr</Suffix></Author>
    <Author><CollectiveName>CAR Study Group</CollectiveName></Author></AuthorList>
    <Language>eng</Language><GrantList><Grant><GrantID>G7</GrantID></Grant></GrantList>
    <PublicationTypeList><PublicationType UI="D1">Journal Article</PublicationType>
    <PublicationType>Review</PublicationType></PublicationTypeList>
    <ArticleDate><Year>2018</Year></ArticleDate></Article>
    <MedlineJournalInfo><Country>France</Country></MedlineJournalInfo>
    <CommentsCorrectionsList><CommentsCorrections RefType="ErratumIn"><RefSource>Ann Tests 2020</RefSource>
    <PMID>7000099</PMID></CommentsCorrections></CommentsCorrectionsList>
    <MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Lupus Erythematosus, Systemic</DescriptorName>
    <QualifierName MajorTopicYN="Y">therapy</QualifierName><QualifierName MajorTopicYN="N">blood</QualifierName>
    </MeshHeading><MeshHeading><DescriptorName MajorTopicYN="Y">Prisoners</DescriptorName></MeshHeading>
    </MeshHeadingList><KeywordList><Keyword MajorTopicYN="Y">CAR-T</Keyword></KeywordList></MedlineCitation>
    <PubmedData><ArticleIdList><ArticleId IdType="pubmed">\(pmid)</ArticleId>
    <ArticleId IdType="pmc">PMC42</ArticleId><ArticleId IdType="pii">x7</ArticleId></ArticleIdList>
    <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1/other</ArticleId></ArticleIdList>
    </Reference></ReferenceList></PubmedData></PubmedArticle>

    """
  }

  static func set(_ content: String, prologue: String = #"<?xml version="1.0" encoding="UTF-8"?>"#) -> [UInt8] {
    Array("\(prologue)\n<PubmedArticleSet>\n\(content)</PubmedArticleSet>\n")
  }
}
