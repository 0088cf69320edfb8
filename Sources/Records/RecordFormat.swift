/// The formats that Titer reads.
public enum RecordFormat: String, Sendable, CaseIterable {
  case ris
  case pubmedXML = "pubmed-xml"
  case medline = "nbib"
  case jats
  case endNoteXML = "endnote-xml"
  case bibTeX = "bibtex"
  case csv
  case tsv
  case webOfScience = "wos"
  case jsonLines = "jsonl"
  case trec
}
