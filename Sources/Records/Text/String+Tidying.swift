extension String {
  /// The text in one line: blanks and line ends at its ends removed, runs of them inside made one space.
  ///
  /// - Complexity: No copy is made of a text that is tidy already.
  package var tidied: String {
    isTidy ? self : squeezed
  }

  private var isTidy: Bool {
    let bytes = utf8Span.span
    guard !bytes.isEmpty else { return true }
    return bytes[0] > 0x20 && bytes[bytes.count - 1] > 0x20 && !bytes.hasLooseBlanks
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
  func items(separatedBy separators: [UInt8]) -> [String] {
    var items: [String] = []
    appendItems(separatedBy: separators, to: &items)
    return items
  }

  /// Appends the tidied pieces between `separators` that aren't empty.
  func appendItems(separatedBy separators: [UInt8], to items: inout [String]) {
    guard separators.contains(where: contains) else {
      let item = tidied
      return item.isEmpty ? () : items.append(item)
    }
    let bytes = utf8Span.span
    var start = 0
    for end in 0...bytes.count where end == bytes.count || separators.contains(bytes[end]) {
      let item = bytes.trimmedText(start..<end).tidied
      if !item.isEmpty { items.append(item) }
      start = end + 1
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

extension Span<UInt8> {
  /// The text of a range without the blanks and control characters at its ends.
  fileprivate func trimmedText(_ range: Range<Int>) -> String {
    var range = range
    while let first = range.first, self[first] <= 0x20 { range.removeFirst() }
    while let last = range.last, self[last] <= 0x20 { range.removeLast() }
    return unsafe extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Whether there is a control character or a pair of spaces.
  ///
  /// Words of eight bytes overlap by one, so that each pair of neighbours is in one of them.
  fileprivate var hasLooseBlanks: Bool {
    guard count >= 8 else { return hasLooseBlanksBytewise }
    var faults = word(at: count - 8).looseBlanks
    for offset in stride(from: 0, to: count - 8, by: 7) { faults |= word(at: offset).looseBlanks }
    return faults != 0
  }

  private var hasLooseBlanksBytewise: Bool {
    var previous: UInt8 = 0
    for index in indices {
      if self[index] < 0x20 || self[index] | previous == 0x20 { return true }
      previous = self[index]
    }
    return false
  }
}

extension UInt64 {
  private static var eachByte: UInt64 { 0x0101_0101_0101_0101 }

  /// Not 0 if one of the eight bytes is below 0x20, or two neighbours are 0x20.
  ///
  /// The tests for bytes below a bound and for zero bytes are those of S. E. Anderson, “Bit Twiddling Hacks”.
  fileprivate var looseBlanks: UInt64 {
    let high = Self.eachByte << 7
    let controls = (self &- Self.eachByte << 5) & ~self & high
    let difference = self ^ Self.eachByte << 5
    let spaces = ~((difference & ~high) &+ ~high | difference) & high
    return controls | spaces & spaces << 8
  }
}
