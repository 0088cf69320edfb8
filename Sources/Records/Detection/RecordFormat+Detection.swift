extension RecordFormat {
  /// The format of a file that begins with `prefix`, told by its content alone; `nil` if it is none of ours.
  ///
  /// The bytes are decompressed, in UTF-8 or UTF-16, and the more of them there are (up to 64 KiB) the longer the
  /// headers that may stand before the first record.
  public static func detect(_ prefix: some Sequence<UInt8>) -> RecordFormat? {
    let text = TextEncoding.utf8Beginning(Array(prefix)[...]).drop {
      $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
    }
    switch text.first {
    case UInt8(ascii: "<"): return MarkupBeginning(text).format
    case UInt8(ascii: "{"): return .jsonLines
    case nil: return nil
    default: return tagged(text) ?? TableBeginning(text).format
    }
  }

  /// The first line that only one of the formats can have decides; before it may stand anything.
  private static func tagged(_ text: ArraySlice<UInt8>) -> RecordFormat? {
    if TableBeginning(text).hasKnownColumns { return nil }
    var fieldsOfRIS = 0
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if let format = decisive(line) { return format }
      if case .field = RISLine.parse(line) { fieldsOfRIS += 1 }
    }
    return fieldsOfRIS >= 2 ? .ris : nil
  }

  private static func decisive(_ line: ArraySlice<UInt8>) -> RecordFormat? {
    if line.starts(with: "PMID-".utf8) { return .medline }
    if case .field("TY", _) = RISLine.parse(line) { return .ris }
    let exporters = ["FN Clarivate", "FN Thomson", "FN ISI", "PT J", "PT B", "PT S", "PT P", "PT C"]
    if exporters.contains(where: { line.starts(with: $0.utf8) }), line.count < 80 { return .webOfScience }
    return isEntryOfBibTeX(line) ? .bibTeX : nil
  }

  /// `@article{`, with blanks anywhere and either bracket.
  private static func isEntryOfBibTeX(_ line: ArraySlice<UInt8>) -> Bool {
    let entry = line.drop(while: TaggedText.isBlank)
    guard entry.first == UInt8(ascii: "@") else { return false }
    let type = entry.dropFirst().drop(while: TaggedText.isBlank).prefix(while: \.isLetter)
    let rest = entry[type.endIndex...].drop(while: TaggedText.isBlank)
    return !type.isEmpty && (rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "("))
  }
}
