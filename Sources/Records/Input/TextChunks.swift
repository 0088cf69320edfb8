/// An input as chunks of text in UTF-8, its byte order mark removed.
///
/// UTF-16 is turned into UTF-8 here; single bytes that are not UTF-8 are left to `LineReader`.
struct TextChunks {
  let input: Input
  private var decoder: UTF16Decoder?
  private var markLength: Int

  init(_ input: Input) throws(ReadError) {
    self.input = input
    let (encoding, markLength) = TextEncoding.detect(try input.peek())
    self.markLength = markLength
    if case .utf16(let isBigEndian) = encoding { decoder = UTF16Decoder(isBigEndian: isBigEndian) }
  }

  /// The next text, of any length but 0; `nil` at the end.
  mutating func next() throws(ReadError) -> [UInt8]? {
    while true {
      let bytes = try input.next()
      guard !bytes.isEmpty else { return finish() }
      let text = decode(bytes)
      if !text.isEmpty { return text }
    }
  }

  /// A peeked chunk holds the whole mark, for it is as long as the input allows.
  private mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    guard decoder != nil || markLength > 0 else { return bytes }
    let unmarked = bytes.dropFirst(markLength)
    markLength = 0
    return decoder?.decode(unmarked) ?? [UInt8](unmarked)
  }

  private mutating func finish() -> [UInt8]? {
    let rest = decoder?.finish() ?? []
    if decoder?.foundIllFormed == true { warnOfIllFormed() }
    decoder = nil
    return rest.isEmpty ? nil : rest
  }

  private func warnOfIllFormed() {
    input.warn(
      Diagnostic(
        file: input.name, line: 0, expected: "UTF-16", found: "half characters, each read as U+FFFD",
        remedy: "save the file as UTF-8"))
  }
}
