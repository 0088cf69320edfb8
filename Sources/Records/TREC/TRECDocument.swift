/// What stands between `<DOC>` and `</DOC>`.
///
/// Tags are known by name in any case; others within the title or the text are dropped, and their text stays. What stands
/// in other elements is kept apart.
struct TRECDocument {
  private(set) var number = ""
  private(set) var title = ""
  private(set) var text = ""
  /// The elements that are none of the above: name and text.
  private(set) var others: [SourceField] = []

  private enum Kind: Equatable {
    case number, title, text
    case other
  }

  /// An element that is open.
  private struct Element {
    var name: String
    var kind: Kind
    var content: [UInt8] = []
  }

  /// Elements open, outermost first; deeper ones count as part of the last.
  private var open: [Element] = []
  private static let deepest = 64

  init(_ body: [UInt8]) {
    var rest = body[...]
    while !rest.isEmpty {
      if let tag = Markup.tag(at: rest) {
        take(tag)
        rest = rest[tag.end...]
      } else {
        let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        append(rest[..<end])
        rest = rest[end...]
      }
    }
    while !open.isEmpty { close() }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if !open.isEmpty { open[open.count - 1].content += bytes }
  }

  private mutating func take(_ tag: Markup.Tag) {
    if !tag.isInline { append([0x20]) }
    if tag.isClosing {
      guard let match = open.lastIndex(where: { $0.name == tag.name }) else { return }
      while open.count > match { close() }
    } else if opensElement(tag.name) {
      open.append(Element(name: tag.name, kind: Self.kind(of: tag.name)))
    }
  }

  /// Within title, text and number only the tags of title and text mean something.
  private func opensElement(_ name: String) -> Bool {
    guard !name.isEmpty, open.count < Self.deepest else { return false }
    guard let last = open.last, last.kind != .other else { return true }
    let kind = Self.kind(of: name)
    return last.kind == .text && (kind == .title || kind == .text)
  }

  private static func kind(of name: String) -> Kind {
    switch name {
    case "docno": .number
    case "title", "ti", "headline", "head", "hl": .title
    case "text", "abstract", "ab", "body": .text
    default: .other
    }
  }

  /// Closes the innermost element.
  private mutating func close() {
    let element = open.removeLast()
    let content = element.content.tidied.unescapingEntities
    if content.isEmpty { return }
    switch element.kind {
    case .number where number.isEmpty: number = content
    case .title: title = Self.joined(title, content)
    case .text: text = Self.joined(text, content)
    case .number, .other: others.append(SourceField(tag: element.name, value: content))
    }
  }

  private static func joined(_ first: String, _ second: String) -> String {
    first.isEmpty ? second : "\(first) \(second)"
  }
}

/// Tags of SGML, as far as collections use them.
private enum Markup {
  struct Tag {
    /// The name in small letters; `""` for a comment or a declaration.
    var name: String
    var isClosing: Bool
    var end: Int

    /// Whether the tag may stand inside of a word.
    var isInline: Bool { ["b", "i", "em", "sub", "sup", "strong", "u", "tt", "span", "font"].contains(name) }
  }

  /// The tag that `bytes` begin with; a `<` that begins none is text.
  static func tag(at bytes: ArraySlice<UInt8>) -> Tag? {
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    let inner = bytes.dropFirst()
    let isClosing = inner.first == UInt8(ascii: "/")
    let start = isClosing ? inner.dropFirst() : inner
    guard let first = start.first, first.isLetter || first == UInt8(ascii: "!") || first == UInt8(ascii: "?"),
      let end = start.prefix(1_024).firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      bytes[end] == UInt8(ascii: ">")
    else { return nil }
    let name = start.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return Tag(name: String(decoding: name.map(\.lowered), as: UTF8.self), isClosing: isClosing, end: end + 1)
  }
}
