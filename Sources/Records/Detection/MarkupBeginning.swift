/// What the first elements of a text in XML or SGML say about its format.
struct MarkupBeginning {
  private let text: ArraySlice<UInt8>

  /// A text that begins with `<`.
  init(_ text: ArraySlice<UInt8>) {
    self.text = text
  }

  var format: RecordFormat? {
    let elements = elements(2)
    guard let root = elements.first else { return nil }
    switch root.name {
    case "PubmedArticleSet", "PubmedArticle", "PubmedBookArticleSet", "PubmedBookArticle", "DeleteCitation",
      "MedlineCitationSet", "MedlineCitation":
      return .pubmedXML
    case "article", "pmc-articleset": return root.isDocBook ? nil : .jats
    case "records": return .endNoteXML
    case "xml": return elements.dropFirst().first?.name == "records" ? .endNoteXML : nil
    default: return root.name.uppercased() == "DOC" ? .trec : nil
    }
  }

  private struct Element {
    let name: String
    let isDocBook: Bool
  }

  /// The first start tags; declarations, comments and instructions are passed over.
  private func elements(_ limit: Int) -> [Element] {
    var elements: [Element] = []
    var rest = text
    while elements.count < limit, let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.starts(with: "<!--".utf8) {
        rest = Self.afterComment(rest)
        continue
      }
      let tag = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
      rest = rest[tag.endIndex...]
      if let first = tag.first, first.isLetter { elements.append(Self.element(tag)) }
    }
    return elements
  }

  private static func element(_ tag: ArraySlice<UInt8>) -> Element {
    let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    let attributes = TaggedText.string(tag)
    return Element(name: TaggedText.string(name), isDocBook: attributes.contains("docbook.org"))
  }

  private static func afterComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.dropFirst(4)
    while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
    return rest
  }
}
