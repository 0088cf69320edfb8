extension Page {
  /// `text` in lines that fit the page, each after `indent` and ended by a line break; `marks` are set off as matches.
  ///
  /// - Parameters:
  ///   - text: the text; any white space in it counts as a space.
  ///   - marks: ranges of the text's UTF-8 bytes, ascending and disjoint.
  ///   - indent: what every line begins with.
  ///   - ink: how the rest of the text is set.
  /// - Returns: the lines, or `""` for a text without words.
  func paragraph(_ text: String, marks: [Range<Int>] = [], indent: String = "", ink: Ink? = nil) -> String {
    let bytes = Array(text.utf8)
    var marks = marks[...]
    return wrap(bytes, columns: width - indent.count)
      .map { line in indent + painted(bytes, line: line, marks: &marks, ink: ink) + "\n" }
      .joined()
  }

  /// The line with its marks; those that end in it are taken from `marks`, so that every line begins where the last one ended.
  private func painted(_ bytes: [UInt8], line: Range<Int>, marks: inout ArraySlice<Range<Int>>, ink: Ink?) -> String {
    var result = ""
    var start = line.lowerBound
    while let mark = marks.first, mark.lowerBound < line.upperBound {
      let part = mark.clamped(to: start..<line.upperBound)
      if !part.isEmpty {
        result += plain(bytes[start..<part.lowerBound], ink: ink) + paint(shown(bytes[part]), .match)
        start = part.upperBound
      }
      if mark.upperBound > line.upperBound { break }
      marks.removeFirst()
    }
    return result + plain(bytes[start..<line.upperBound], ink: ink)
  }

  private func plain(_ bytes: ArraySlice<UInt8>, ink: Ink?) -> String {
    ink.map { paint(shown(bytes), $0) } ?? shown(bytes)
  }
}

/// Breaks text into lines of at most `columns`, at white space only; a longer word has a line of its own.
///
/// A column is a Unicode scalar here: wide East Asian characters and combining marks are not measured.
func wrap(_ bytes: [UInt8], columns: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var used = 0
  for word in words(of: bytes) {
    let length = bytes[word].count { $0 & 0xC0 != 0x80 }
    if let last = lines.last, used + 1 + length <= columns {
      lines[lines.count - 1] = last.lowerBound..<word.upperBound
      used += 1 + length
    } else {
      lines.append(word)
      used = length
    }
  }
  return lines
}

/// The stretches between white space.
private func words(of bytes: [UInt8]) -> [Range<Int>] {
  bytes.indices.split { isSpace(bytes[$0]) }.map { $0.startIndex..<$0.endIndex }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}

/// Text as it may be sent to a terminal: white space as a space, and no control character of a file gets through.
func shown(_ bytes: some Sequence<UInt8>) -> String {
  var text = String.UnicodeScalarView()
  for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x09...0x0D: text.append(" ")
    case 0..<0x20, 0x7F...0x9F: text.append("\u{FFFD}")
    default: text.append(scalar)
    }
  }
  return String(text)
}

/// ``shown(_:)`` of a text.
func shown(_ text: String) -> String {
  shown(text.utf8)
}
