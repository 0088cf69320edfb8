extension AbstractSection {
  /// The sections of an abstract that has their labels in its text, as MEDLINE prints them:
  /// `"BACKGROUND: … METHODS: …"`.
  ///
  /// A label is in capitals, begins the text or follows the end of a sentence, and ends with a colon and a blank. A text
  /// that doesn't begin with one is a single section, since `"… in mice. DNA: …"` is no structured abstract.
  static func sections(of text: String) -> [AbstractSection] {
    guard !text.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    guard var label = label(in: bytes, at: 0) else { return [AbstractSection(text: text)] }
    var sections: [AbstractSection] = []
    while true {
      let next = nextLabel(in: bytes, from: label.upperBound)
      let body = bytes[label.upperBound..<(next?.lowerBound ?? bytes.count)]
      sections.append(AbstractSection(label: bytes[label].dropLast().tidied, text: body.dropFirst().tidied))
      guard let next else { return sections }
      label = next
    }
  }

  private static func nextLabel(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    for offset in start..<bytes.count where bytes[offset] == UInt8(ascii: " ") && endsSentence(bytes[offset - 1]) {
      if let label = label(in: bytes, at: offset + 1) { return label }
    }
    return nil
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    ".?!)]\"'%;".utf8.contains(byte)
  }

  /// The label that begins at `start`, its colon included.
  private static func label(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    let words = bytes[start...].prefix(longestLabel).prefix(while: isLabelByte)
    guard words.first?.isCapital == true, words.count(where: \.isCapital) >= 3 else {
      return nil
    }
    let tail = bytes[words.endIndex...].prefix(2)
    return tail.elementsEqual(": ".utf8) ? start..<(words.endIndex + 1) : nil
  }

  /// Bounds the search at each sentence; the longest labels of NLM's list have 80 characters.
  private static let longestLabel = 96

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isCapital || " /&,-()'".utf8.contains(byte)
  }
}
