public import Titer

/// A file of MeSH headings: NLM's XML (`desc2025.xml`, see ``MeSHXML``) or ASCII (`d2025.bin`), or a table with tabs whose first line
/// names its columns.
///
///     *NEWRECORD                          mesh_id   label            entry_terms           tree_numbers
///     MH = Lupus Nephritis                D008181   Lupus Nephritis  Nephritis, Lupus|…    C12.050.351|…
///     ENTRY = Nephritis, Lupus|T047|…
///     MN = C12.050.351.968
///
/// A table's columns may come in any order; several values of a cell are parted by `|`. All may be compressed.
public enum MeSHFile {
  /// Reads a file.
  ///
  /// - Throws: ``ReadError`` when it can't be read, or is neither.
  public static func read(path: String) throws(ReadError) -> Thesaurus {
    let input = try Input(path: path)
    var lines = try LineReader(input)
    guard let first = try lines.next().map({ String(decoding: $0, as: UTF8.self) }) else {
      throw .unexpected(file: path, expected: "MeSH headings", found: "an empty file")
    }
    if first.hasPrefix("<") || first.hasPrefix("\u{FEFF}<") {
      return Thesaurus(try MeSHXML.entries(of: try Input(path: path)))
    }
    if first.hasPrefix("*NEWRECORD") { return Thesaurus(try records(&lines)) }
    let columns = first.split(separator: "\t", omittingEmptySubsequences: false).map { $0.lowercased() }
    guard let label = columns.firstIndex(where: { ["label", "name", "heading"].contains($0) }),
      let places = columns.firstIndex(of: "tree_numbers")
    else {
      throw .unexpected(
        file: path, expected: "NLM's XML, *NEWRECORD, or a table with the columns label and tree_numbers",
        found: "“\(first.prefix(60))”")
    }
    return Thesaurus(try rows(&lines, label, columns.firstIndex(of: "entry_terms"), places))
  }

  private static func rows(
    _ lines: inout LineReader, _ label: Int, _ synonyms: Int?, _ places: Int
  ) throws(ReadError) -> [Thesaurus.Entry] {
    var entries: [Thesaurus.Entry] = []
    while let line = try lines.next() {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard label < cells.count, !cells[label].isEmpty else { continue }
      entries.append(
        Thesaurus.Entry(
          name: String(decoding: cells[label], as: UTF8.self), synonyms: synonyms.map { values(cells, $0) } ?? [],
          places: values(cells, places)))
    }
    return entries
  }

  private static func values(_ cells: [ArraySlice<UInt8>], _ column: Int) -> [String] {
    guard column < cells.count else { return [] }
    return cells[column].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func records(_ lines: inout LineReader) throws(ReadError) -> [Thesaurus.Entry] {
    var entries: [Thesaurus.Entry] = []
    var entry = Thesaurus.Entry(name: "", synonyms: [], places: [])
    while let line = try lines.next() {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("*NEWRECORD") {
        if !entry.name.isEmpty { entries.append(entry) }
        entry = Thesaurus.Entry(name: "", synonyms: [], places: [])
      }
      let parts = text.split(separator: " = ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "MH": entry.name = String(parts[1])
      case "MN": entry.places.append(String(parts[1]))
      case "ENTRY", "PRINT ENTRY": entry.synonyms.append(String(parts[1].prefix { $0 != "|" }))
      default: break
      }
    }
    if !entry.name.isEmpty { entries.append(entry) }
    return entries
  }
}
