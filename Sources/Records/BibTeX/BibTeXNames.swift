/// The names in a BibTeX field, by BibTeX's own rules.
enum BibTeXNames {
  /// The authors in the raw value of a field: names joined by `and` outside of braces.
  static func authors(in value: String) -> [Author] {
    names(in: Array(value.utf8)).compactMap(author)
  }

  private static func names(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var names: [[ArraySlice<UInt8>]] = [[]]
    for word in words(of: bytes[...]) {
      if word.count == 3, word.lazy.map(\.lowered).elementsEqual("and".utf8) {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    return names.compactMap { words in
      guard let first = words.first, let last = words.last else { return nil }
      return bytes[first.startIndex..<last.endIndex]
    }
  }

  /// The parts between blanks outside of braces; a tie (`~`) is a blank.
  private static func words(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    split(bytes) { $0.isBlank || $0 == UInt8(ascii: "~") }.filter { !$0.isEmpty }
  }

  /// The parts between separators that stand outside of braces.
  static func split(_ bytes: ArraySlice<UInt8>, where isSeparator: (UInt8) -> Bool) -> [ArraySlice<UInt8>] {
    var depth = 0
    var isEscaped = false
    return bytes.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      // `\~` is an accent and no tie.
      defer { isEscaped = byte == UInt8(ascii: "\\") }
      return depth == 0 && !isEscaped && isSeparator(byte)
    }
  }

  private static func author(_ name: ArraySlice<UInt8>) -> Author? {
    let text = LaTeXText.plain(name)
    if text.isEmpty || text == "others" { return nil }
    if isEnclosed(name) { return Author(family: text, isOrganisation: true) }
    let parts = split(name) { $0 == UInt8(ascii: ",") }
    switch parts.count {
    case 1: return author(inOrder: words(of: name))
    case 2: return Author(family: LaTeXText.plain(parts[0]), given: LaTeXText.plain(parts[1]))
    default:
      // von Last, Jr, First: catalogues set the suffix last.
      let given = (parts[2...] + [parts[1]]).map { LaTeXText.plain($0) }.filter { !$0.isEmpty }
      return Author(family: LaTeXText.plain(parts[0]), given: given.joined(separator: ", "))
    }
  }

  /// Whether one pair of braces encloses the whole value.
  static func isEnclosed(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 2, value.first == UInt8(ascii: "{"), value.last == UInt8(ascii: "}") else { return false }
    var depth = 0
    for byte in value.dropLast() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth <= 0 { return false }
    }
    return true
  }

  /// `First von Last`: the family name begins with the first word in small letters, or is the last word.
  private static func author(inOrder words: [ArraySlice<UInt8>]) -> Author? {
    guard let last = words.last else { return nil }
    let particle = words.dropLast().first { $0.first?.isSmall == true } ?? last
    let given = words.prefix { $0.startIndex < particle.startIndex }
    let family = words.dropFirst(given.count)
    return Author(
      family: family.map { LaTeXText.plain($0) }.joined(separator: " "),
      given: given.map { LaTeXText.plain($0) }.joined(separator: " "))
  }
}
