extension String {
  /// The items of a text that lists them: parted as `separatedItems`, else by commas outside brackets.
  var listItems: [String] {
    let items = separatedItems
    return items.count == 1 ? items.flatMap(\.commaItems) : items
  }

  /// The items of a text in brackets (`['a', 'b']`), or parted by semicolons, bars or line breaks; else the text alone.
  var separatedItems: [String] {
    if let items = bracketedItems { return items }
    for separator in [UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\n")] where contains(separator) {
      return items(separatedBy: [separator])
    }
    let text = tidied
    return text.isEmpty ? [] : [text]
  }

  private var commaItems: [String] {
    var depth = 0
    return utf8.split { byte in
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      return byte == UInt8(ascii: ",") && depth <= 0
    }.map(\.tidied).filter { !$0.isEmpty }
  }

  /// The items of a list as Python prints one, which is how data frames come out in CSV.
  private var bracketedItems: [String]? {
    let bytes = utf8.trimmed
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else { return nil }
    var items: [String] = []
    var rest = bytes.dropFirst().dropLast()
    while let quote = rest.first(where: { !$0.isBlank && $0 != UInt8(ascii: ",") }) {
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), let start = rest.firstIndex(of: quote) else {
        return nil
      }
      guard let item = Self.item(in: rest[start...].dropFirst(), until: quote) else { return nil }
      items.append(item.text.tidied)
      rest = item.rest
    }
    return items.filter { !$0.isEmpty }
  }

  private static func item(
    in bytes: Substring.UTF8View.SubSequence, until quote: UInt8
  ) -> (text: [UInt8], rest: Substring.UTF8View.SubSequence)? {
    var text: [UInt8] = []
    var isEscaped = false
    for (place, byte) in zip(bytes.indices, bytes) {
      if !isEscaped, byte == quote { return (text, bytes[place...].dropFirst()) }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      if !isEscaped { text.append(byte) }
    }
    return nil
  }
}
