/// Writes the tagged MEDLINE format (`.nbib`).
///
/// A record that was read from this format is written with every tag and value that it had, in their order. Any other
/// is written from its common fields, each value in one line.
public struct MEDLINEWriter: RecordWriter {
  /// Nothing stands before the first record.
  public var preamble: String { "" }

  /// A writer of MEDLINE.
  public init() {}

  /// Appends one record and the blank line after it.
  public func write(_ record: Record, to output: inout String) {
    let isLossless = record.format == .medline && !record.source.isEmpty
    for field in isLossless ? record.source : Self.fields(of: record) {
      let lines = field.value.split(separator: "\n", omittingEmptySubsequences: false)
      let padding = String(repeating: " ", count: max(0, 4 - field.tag.utf8.count))
      output += "\(field.tag)\(padding)- \(lines.joined(separator: "\n      "))\n"
    }
    output += "\n"
  }

  private static func fields(of record: Record) -> [SourceField] {
    var fields = FieldList()
    fields.add("TI", record.title)
    fields.add("VI", record.volume)
    fields.add("IP", record.issue)
    fields.add("DP", record.year.map(String.init) ?? "")
    fields.add("PG", record.pages)
    fields.add("LID", record.doi.isEmpty ? "" : "\(record.doi) [doi]")
    fields.add("AB", record.flatAbstract)
    for author in record.authors { fields.add(author.isOrganisation ? "CN" : "FAU", author.invertedName) }
    fields.add("LA", record.language)
    fields.add("PT", record.types)
    fields.add("JT", record.journal)
    fields.add("PMC", record.pmcid)
    fields.add("MH", record.mesh)
    fields.add("OT", record.keywords)
    // The format tells entries apart by this tag, so that it is there without a number too.
    return [SourceField(tag: "PMID", value: record.pmid)] + fields.fields
  }
}
