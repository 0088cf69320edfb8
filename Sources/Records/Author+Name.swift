extension Author {
  /// The person whom a name in any of the usual orders means: `"Liu, Fei"`, `"Liu F."`, `"Fei Liu"`.
  init(name: String) {
    let name = name.collapsed
    if let comma = name.firstIndex(of: ",") {
      self.init(family: String(name[..<comma]).trimmed, given: String(name[name.index(after: comma)...]).trimmed)
    } else {
      self.init(words: name.split(separator: " "))
    }
  }

  /// The person whom the words of a name without commas mean.
  ///
  /// A name that ends with initials begins with the family name. Otherwise the family name is the last word, with the
  /// words in small letters before it (`van`, `de la`).
  private init(words: [Substring]) {
    guard let last = words.last, words.count > 1 else {
      self.init(family: words.joined())
      return
    }
    if last.isInitials {
      self.init(family: words.dropLast().joined(separator: " "), given: String(last))
      return
    }
    let particle = words.dropFirst().firstIndex { $0.first?.isLowercase == true } ?? words.count - 1
    self.init(
      family: words[particle...].joined(separator: " "), given: words[..<particle].joined(separator: " "))
  }

  /// The authors in one text, parted as exports part them.
  ///
  /// These are semicolons, bars, line breaks or a list in brackets; else `and`; else commas, unless the text is one
  /// inverted name.
  static func list(in text: String) -> [Author] {
    let items = text.separatedItems
    guard items.count == 1, let names = items.first else { return items.map(Author.init(name:)) }
    let joined = names.collapsed.split(separator: " and ")
    if joined.count > 1 { return joined.map { Author(name: String($0)) } }
    let parts = names.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let isList = parts.count > 2 || parts.count == 2 && parts.allSatisfy { $0.utf8.contains(0x20) }
    return isList ? parts.map(Author.init(name:)) : [Author(name: names)]
  }
}

extension Substring {
  /// Whether the word is initials: `"DG"`, `"A.R."`, `"J.-P."`.
  fileprivate var isInitials: Bool {
    let letters = unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.allSatisfy(\.properties.isUppercase), !letters.isEmpty else { return false }
    return letters.count <= 3 || letters.count <= 6 && unicodeScalars.filter { $0 == "." }.count >= letters.count - 1
  }
}
