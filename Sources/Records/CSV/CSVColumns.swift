/// What a column of a table of records holds.
enum CSVField: CaseIterable {
  case title, abstract, authors, year, journal, volume, issue, pages, firstPage, lastPage, articleNumber
  case doi, pmid, pmcid, accession, id, types, language, keywords, mesh, urls, embaseSource, citation, extra

  /// The headings of such columns in small letters and digits alone, the best first.
  ///
  /// They are those of Scopus, Web of Science, PubMed, Embase, Lens, OpenAlex, Zotero, EndNote, Rayyan, ASReview and
  /// Titer's own.
  var headings: [String] {
    switch self {
    case .title:
      ["title", "primarytitle", "documenttitle", "articletitle", "displayname", "ti", "originaltitle"]
    case .abstract: ["abstract", "abstractnote", "notesabstract", "abstracttext", "ab", "originalabstract"]
    case .authors:
      [
        "authorfullnames", "authors", "author", "authornames", "authorshipsauthordisplayname", "au", "firstauthors",
      ]
    case .year:
      [
        "year", "publicationyear", "pubyear", "yearpublished", "py", "datepublished", "publicationdate", "date",
        "createdate",
      ]
    case .journal:
      [
        "journal", "journalbook", "sourcetitle", "publicationtitle", "publicationname", "journaltitle",
        "primarylocationsourcedisplayname", "secondarytitle", "jo", "so", "t2", "abbreviatedsourcetitle",
        "journalabbreviation", "alternatename",
      ]
    case .volume: ["volume", "vol", "vl", "bibliovolume"]
    case .issue: ["issue", "issuenumber", "number", "biblioissue"]
    case .pages: ["pages", "page", "pagerange"]
    case .firstPage: ["startpage", "pagestart", "firstpage", "bibliofirstpage", "bp", "sp"]
    case .lastPage: ["endpage", "pageend", "lastpage", "bibliolastpage", "ep"]
    case .articleNumber: ["artno", "articlenumber"]
    case .doi: ["doi", "idsdoi", "di"]
    case .pmid: ["pmid", "pubmedid", "idspmid", "medlinepmid"]
    case .pmcid: ["pmcid", "idspmcid"]
    case .accession: ["eid", "utuniquewosid", "ut", "lensid", "accessionnumber", "accession"]
    case .id: ["id"]
    case .types: ["type", "types", "itemtype", "documenttype", "publicationtype", "typeofreference", "referencetype"]
    case .language: ["language", "languageoforiginaldocument", "articlelanguage", "la"]
    case .keywords:
      [
        "keywords", "keyword", "authorkeywords", "indexkeywords", "keywordsdisplayname", "manualtags",
        "automatictags", "emtreedrugindextermsmajorfocus", "emtreedrugindexterms", "emtreemedicalindextermsmajorfocus",
        "emtreemedicalindexterms", "de",
      ]
    case .mesh: ["mesh", "meshterms", "meshheadings", "meshdescriptorname"]
    case .urls: ["url", "urls", "link", "externalurl", "sourceurls", "openurllink", "primarylocationlandingpageurl"]
    case .embaseSource: ["source"]
    case .citation: ["citation"]
    case .extra: ["extra"]
    }
  }
}

/// Where a table of records has what.
struct CSVColumns {
  /// The headings as the file has them.
  let names: [String]
  private var places: [CSVField: [Int]] = [:]

  init(_ headings: [String]) {
    names = headings.map(\.trimmed)
    let keys = headings.map(Self.key)
    for field in CSVField.allCases {
      places[field] = field.headings.flatMap { heading in keys.indices.filter { keys[$0] == heading } }
    }
  }

  /// Whether the table can hold records at all.
  var isUsable: Bool { has(.title) || has(.abstract) }

  /// Whether the table is one that Titer wrote.
  var isOwn: Bool { names == CSVWriter.columns }

  /// Whether some column holds the field.
  func has(_ field: CSVField) -> Bool { !(places[field] ?? []).isEmpty }

  /// The cells of the field that hold anything, the best column's first.
  ///
  /// `NA` stands for nothing, as data frames print it.
  func values(of field: CSVField, in cells: [String]) -> [String] {
    (places[field] ?? []).compactMap { place in
      guard place < cells.count else { return nil }
      let value = cells[place].trimmed
      return value.isEmpty || value == "NA" ? nil : value
    }
  }

  /// The name of the column at `place`, made up where the header has none.
  func name(at place: Int) -> String {
    place < names.count && !names[place].isEmpty ? names[place] : "column \(place + 1)"
  }

  /// Whether the heading is one of those known.
  static func isKnown(_ heading: String) -> Bool {
    let key = key(heading)
    return CSVField.allCases.contains { $0.headings.contains(key) }
  }

  private static func key(_ heading: String) -> String {
    String(decoding: heading.utf8.map(\.lowered).filter { $0.isLetter || $0.isDigit }, as: UTF8.self)
  }
}
