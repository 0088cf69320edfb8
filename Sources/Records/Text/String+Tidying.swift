extension String {
  /// The text in one line: blanks and line ends at its ends removed, runs of them inside made one space.
  ///
  /// - Complexity: No copy is made of a text that is tidy already.
  package var tidied: String {
    isTidy ? self : squeezed
  }

  /// Looks at every byte without leaving early, which the compiler turns into vector instructions.
  private var isTidy: Bool {
    let bytes = utf8Span.span
    guard !bytes.isEmpty else { return true }
    guard bytes[0] > 0x20, bytes[bytes.count - 1] > 0x20 else { return false }
    var faults: UInt8 = 0
    for index in 1..<bytes.count {
      let (previous, byte) = unsafe (bytes[unchecked: index - 1], bytes[unchecked: index])
      faults |= byte < 0x20 ? 1 : 0
      faults |= byte | previous == 0x20 ? 1 : 0
    }
    return faults == 0
  }

  private var squeezed: String {
    unsafe String(unsafeUninitializedCapacity: utf8.count) { output in
      var count = 0
      let bytes = utf8Span.span
      for index in bytes.indices {
        let byte = bytes[index]
        if byte > 0x20 {
          unsafe output[count] = byte
          count += 1
        } else if count > 0, unsafe output[count - 1] != UInt8(ascii: " ") {
          unsafe output[count] = UInt8(ascii: " ")
          count += 1
        }
      }
      return unsafe count > 0 && output[count - 1] == UInt8(ascii: " ") ? count - 1 : count
    }
  }

  /// The tidied pieces between `separators` that aren't empty.
  func items(separatedBy separators: Unicode.Scalar...) -> [String] {
    var items: [String] = []
    appendItems(separators.map { UInt8(ascii: $0) }, to: &items)
    return items
  }

  /// Appends the tidied pieces between `separators` that aren't empty.
  func appendItems(separatedBy separators: Unicode.Scalar..., to items: inout [String]) {
    appendItems(separators.map { UInt8(ascii: $0) }, to: &items)
  }

  private func appendItems(_ separators: [UInt8], to items: inout [String]) {
    guard separators.contains(where: contains) else {
      let item = tidied
      return item.isEmpty ? () : items.append(item)
    }
    for piece in utf8.split(whereSeparator: { separators.contains($0) }) {
      let item = String(Substring(piece)).tidied
      if !item.isEmpty { items.append(item) }
    }
  }

  /// The tidy text with the characters that exports from web pages leave as entities: `&lt;`, `&#945;`.
  var unescapingEntities: String {
    guard contains(UInt8(ascii: "&")) else { return self }
    var text = ""
    var rest = self[...]
    while let ampersand = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[..<ampersand]
      rest = rest[rest.utf8.index(after: ampersand)...]
      let name = rest.prefix(8).prefix { $0 != ";" }
      if rest[name.endIndex...].first == ";", let character = Self.entity(name) {
        text.unicodeScalars.append(character)
        rest = rest[name.endIndex...].dropFirst()
      } else {
        text += "&"
      }
    }
    return (text + rest).tidied
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    if let character = namedEntities[name.lowercased()] { return character }
    guard name.first == "#", let character = Unicode.Scalar(reference: name.dropFirst()) else { return nil }
    return character.value >= 0x20 || character.properties.isWhitespace ? character : nil
  }

  private static let namedEntities: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
  ]
}
