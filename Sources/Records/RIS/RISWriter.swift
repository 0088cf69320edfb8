/// Writes RIS.
///
/// A record that was read from RIS is written with every tag and value that it had, in their order, with the standard's
/// spacing. Any other is written from its common fields.
public struct RISWriter: RecordWriter {
  /// Nothing stands before the first record.
  public var preamble: String { "" }

  /// A writer of RIS.
  public init() {}

  /// Appends one record and the blank line after it.
  public func write(_ record: Record, to output: inout String) {
    let isLossless = record.format == .ris && !record.source.isEmpty
    for field in isLossless ? record.source : Self.fields(of: record) {
      output += "\(field.tag)  - \(field.value)\n"
    }
    output += "ER  - \n\n"
  }

  private static func fields(of record: Record) -> [SourceField] {
    var fields = FieldList()
    fields.add("TY", type(of: record))
    fields.add("TI", record.title)
    fields.add("AU", record.authors.map(\.invertedName))
    fields.add("PY", record.year.map(String.init) ?? "")
    fields.add("JF", record.journal)
    fields.add("AB", record.flatAbstract)
    fields.add("VL", record.volume)
    fields.add("IS", record.issue)
    let pages = record.pages.split(separator: "-", maxSplits: 1).map(String.init)
    fields.add("SP", pages.first ?? "")
    fields.add("EP", pages.dropFirst().first ?? "")
    addIdentifiers(of: record, to: &fields)
    fields.add("M3", record.types)
    fields.add("LA", record.language)
    fields.add("KW", record.keywords + record.mesh)
    fields.add("UR", record.urls)
    return fields.fields
  }

  /// The marks `[pmid]` and `[pmcid]` are those of PubMed Central's own export.
  private static func addIdentifiers(of record: Record, to fields: inout FieldList) {
    fields.add("DO", record.doi)
    fields.add("AN", record.accession)
    fields.add("U1", record.pmid.isEmpty ? "" : "\(record.pmid)[pmid]")
    fields.add("U2", record.pmcid.isEmpty ? "" : "\(record.pmcid)[pmcid]")
  }

  private static func type(of record: Record) -> String {
    let words = record.types.joined(separator: " ").lowercased()
    let types = [
      ("chapter", "CHAP"), ("incollection", "CHAP"), ("inbook", "CHAP"), ("proceedings", "CONF"),
      ("conference", "CONF"),
      ("thesis", "THES"), ("book", "BOOK"),
    ]
    return types.first { words.contains($0.0) }?.1 ?? "JOUR"
  }
}
