/// PubMed identifiers as records print them.
enum PMID {
  /// The digits of the PMID that `text` is, without zeros before them; `""` if it is none.
  ///
  /// Its database may stand after it (`"23690738[pmid]"`), a version or a data frame's decimals (`"23690738.0"`), and
  /// before it a label or an address (`"PMID: 23690738"`, `"https://pubmed.ncbi.nlm.nih.gov/23690738/"`).
  static func normalized(_ text: String) -> String {
    let text = text.utf8.trimmed
    let number = text.first?.isDigit == true ? leadingNumber(of: text) : lastNumber(of: text)
    let digits = number.drop { $0 == UInt8(ascii: "0") }
    return digits.count <= 10 ? String(Substring(digits)) : ""
  }

  private static func leadingNumber(of text: Substring.UTF8View) -> Substring.UTF8View {
    let digits = text.prefix(while: \.isDigit)
    let rest = text[digits.endIndex...]
    let isVersion = rest.count == 2 && rest.first == UInt8(ascii: ".") && rest.last?.isDigit == true
    let isEnd = rest.first.map { $0.isBlank || "[(;,".utf8.contains($0) } ?? true
    return isEnd || isVersion ? digits : text.prefix(0)
  }

  /// What follows the last colon, slash or blank, if it is a number.
  private static func lastNumber(of text: Substring.UTF8View) -> Substring.UTF8View {
    let text = text.last == UInt8(ascii: "/") ? text.dropLast() : text
    let edge = text.lastIndex { $0.isBlank || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    guard let edge else { return text.prefix(0) }
    let last = text[edge...].dropFirst()
    return last.allSatisfy(\.isDigit) ? last : text.prefix(0)
  }
}
