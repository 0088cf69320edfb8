/// Digital object identifiers as records print them.
enum DOI {
  /// The DOI that `text` is, in lower case and without prefixes, `[doi]` and punctuation around it; `""` if it is none.
  ///
  /// It may stand after `doi:` or an address of a resolver, where it may be percent-encoded.
  static func normalized(_ text: String) -> String {
    guard mayHoldOne(text.utf8Span.span) else { return "" }
    if isNormal(text.utf8Span.span) { return text }
    let words = Array(text.tidied.lowercased().utf8)
    guard let start = start(of: words) else { return "" }
    let token = words[start...].prefix { $0 > 0x20 }
    let bytes = start == 0 ? Array(token) : percentDecoded(Array(token))
    guard isPlausible(bytes) else { return "" }
    return String(decoding: trimmed(bytes), as: UTF8.self)
  }

  /// Whether `10.` is in a text, as it isn't in most addresses.
  private static func mayHoldOne(_ text: Span<UInt8>) -> Bool {
    text.indices.dropLast(2).contains {
      text[$0] == UInt8(ascii: "1") && text[$0 + 1] == UInt8(ascii: "0") && text[$0 + 2] == UInt8(ascii: ".")
    }
  }

  /// Whether a text is surely a DOI in its one form, as most are.
  private static func isNormal(_ text: Span<UInt8>) -> Bool {
    guard text.count > 3, text[0] == UInt8(ascii: "1"), text[1] == UInt8(ascii: "0"), text[2] == UInt8(ascii: "."),
      text[text.count - 1].isLetter || text[text.count - 1].isDigit
    else { return false }
    var slash = 3
    while slash < text.count, text[slash].isDigit { slash += 1 }
    guard slash > 3, slash < text.count, text[slash] == UInt8(ascii: "/") else { return false }
    return text.indices.allSatisfy { 0x21...0x7E ~= text[$0] && text[$0] == text[$0].lowered }
  }

  /// Where `10.` begins: at the start, after `doi:`, or after the address of the resolver.
  private static func start(of text: [UInt8]) -> Int? {
    var rest = strip(["https://", "http://", "//"], from: text[...])
    let isAddress = rest.startIndex != 0
    rest = strip(["www.", "dx."], from: rest)
    if isAddress, !rest.starts(with: "doi.org/".utf8) { return nil }
    rest = strip(["doi.org/", "doi", ":", " "], from: rest)
    return rest.starts(with: "10.".utf8) ? rest.startIndex : nil
  }

  private static func strip(_ prefixes: [String], from text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    prefixes.reduce(text) { rest, prefix in
      rest.starts(with: prefix.utf8) ? rest.dropFirst(prefix.utf8.count) : rest
    }
  }

  /// ISO 26324: `10.` and a registrant's number, a slash, a suffix.
  private static func isPlausible(_ bytes: [UInt8]) -> Bool {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash > 3, slash + 1 < bytes.count else { return false }
    return bytes[3..<slash].allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var bytes = bytes[...]
    if bytes.suffix(5).elementsEqual("[doi]".utf8) { bytes = bytes.dropLast(5) }
    while let last = bytes.last, isStrayEnd(last, of: bytes) { bytes = bytes.dropLast() }
    return bytes
  }

  /// A closing bracket belongs to the DOI if it closes one.
  private static func isStrayEnd(_ last: UInt8, of bytes: ArraySlice<UInt8>) -> Bool {
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""): true
    case UInt8(ascii: ")"): bytes.count { $0 == last } > bytes.count { $0 == UInt8(ascii: "(") }
    case UInt8(ascii: "]"): bytes.count { $0 == last } > bytes.count { $0 == UInt8(ascii: "[") }
    default: false
    }
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let digits = bytes[offset...].dropFirst().prefix(2)
      let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      if bytes[offset] == UInt8(ascii: "%"), digits.count == 2, let code, code > 0x20, code < 0x7F {
        decoded.append(code)
        offset += 3
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return decoded
  }
}
