extension Author {
  /// The person whom a name in any of the usual orders means: `"Liu, Fei"`, `"Liu F."`, `"Fei Liu"`.
  init(name: String) {
    let bytes = Array(name.tidied.utf8)
    if let comma = bytes.firstIndex(of: UInt8(ascii: ",")) {
      self.init(family: bytes[..<comma], given: bytes[(comma + 1)...])
    } else {
      self.init(words: bytes)
    }
  }

  private init(family: ArraySlice<UInt8>, given: ArraySlice<UInt8>) {
    self.init(
      family: String(decoding: family.trimmed, as: UTF8.self), given: String(decoding: given.trimmed, as: UTF8.self))
  }

  /// The person whom a name without commas means.
  ///
  /// A name that ends with initials begins with the family name. Otherwise the family name is the last word, with the
  /// words in small letters before it (`van`, `de la`).
  private init(words bytes: [UInt8]) {
    let words = bytes.split(separator: 0x20)
    guard let last = words.last, words.count > 1 else {
      self.init(family: bytes[...], given: [])
      return
    }
    if last.isInitials {
      self.init(family: bytes[..<last.startIndex], given: last)
    } else {
      let family = words.dropFirst().first { (0x61...0x7A).contains($0.first ?? 0) } ?? last
      self.init(family: bytes[family.startIndex...], given: bytes[..<family.startIndex])
    }
  }

  /// The authors in one text, parted as exports part them.
  ///
  /// These are semicolons, bars, line breaks or a list in brackets; else `and`; else commas, unless the text is one
  /// inverted name.
  static func list(in text: String) -> [Author] {
    let items = text.separatedItems
    guard items.count == 1, let names = items.first else { return items.map(Author.init(name:)) }
    let joined = names.split(separator: " and ")
    if joined.count > 1 { return joined.map { Author(name: String($0)) } }
    let parts = names.utf8.split(separator: UInt8(ascii: ",")).map(\.trimmed).filter { !$0.isEmpty }
    let isList = parts.count > 2 || parts.count == 2 && parts.allSatisfy { $0.contains(0x20) }
    return isList ? parts.map { Author(name: $0.tidied) } : [Author(name: names)]
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word is initials: `"DG"`, `"A.R."`, `"J.-P."`.
  fileprivate var isInitials: Bool {
    guard count <= 16, first.map({ !(0x61...0x7A).contains($0) }) ?? false else { return false }
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    let letters = scalars.filter { $0.isASCII ? UInt8($0.value).isLetter : $0.properties.isAlphabetic }
    guard !letters.isEmpty, letters.allSatisfy(\.isCapital) else { return false }
    return letters.count <= 3 || letters.count <= 6 && scalars.filter { $0 == "." }.count >= letters.count - 1
  }
}

extension Unicode.Scalar {
  fileprivate var isCapital: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }
}
