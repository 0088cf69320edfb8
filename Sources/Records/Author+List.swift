extension Author {
  /// The authors in one text, parted as exports part them.
  ///
  /// These are semicolons, bars, line breaks or a list in brackets; else `and`; else commas, unless the text is one
  /// inverted name.
  static func list(in text: String) -> [Author] {
    let items = text.separatedItems
    guard items.count == 1, let names = items.first else { return items.compactMap { Author(printed: $0) } }
    let joined = joinedNames(in: names)
    if joined.count > 1 { return joined.compactMap { Author(printed: $0) } }
    let parts = names.utf8.split(separator: UInt8(ascii: ",")).map(\.tidied).filter { !$0.isEmpty }
    let isList = parts.count > 2 || parts.count == 2 && parts.allSatisfy { $0.utf8.contains(0x20) }
    return (isList ? parts : [names]).compactMap { Author(printed: $0) }
  }

  /// The names between the words `and`.
  private static func joinedNames(in text: String) -> [String] {
    let words = text.utf8.split(separator: UInt8(ascii: " "))
    return words.split { $0.elementsEqual("and".utf8) }.compactMap { name in
      guard let first = name.first, let last = name.last else { return nil }
      return String(text[first.startIndex..<last.endIndex])
    }
  }
}
