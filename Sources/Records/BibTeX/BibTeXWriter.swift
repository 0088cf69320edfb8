/// Writes records as BibTeX: those that were BibTeX with all their fields, others with the usual ones.
public struct BibTeXWriter: RecordWriter {
  /// Nothing stands before the first record.
  public var preamble: String { "" }

  /// A writer of BibTeX.
  public init() {}

  /// Appends the record as one entry.
  public func write(_ record: Record, to output: inout String) {
    let isOwn = record.format == .bibTeX && Self.canStand(record.source)
    let type = isOwn ? record.source[0].value : Self.type(of: record)
    let key = isOwn ? record.source[1].value : Self.key(of: record)
    let fields = isOwn ? Array(record.source[2...]) : Self.fields(of: record)
    output += "@\(type){\(key),\n"
    for field in fields { output += "  \(field.tag) = {\(field.value)},\n" }
    output += "}\n\n"
  }

  /// Whether the fields are an entry's, which nothing but braces must enclose.
  private static func canStand(_ source: [SourceField]) -> Bool {
    source.count > 2 && source[0].tag == "@type" && source[1].tag == "@key"
      && source[0].value.utf8.allSatisfy(\.isLetter) && isPlain(source[1].value)
      && source[2...].allSatisfy { isPlain($0.tag) && isBalanced($0.value) }
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.utf8.contains { $0.isBlank || "{}=,\"#".utf8.contains($0) }
  }

  private static func isBalanced(_ value: String) -> Bool {
    var depth = 0
    for byte in value.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

// MARK: - Records of other formats

extension BibTeXWriter {
  private static func type(of record: Record) -> String {
    let types = record.types.joined(separator: " ").lowercased()
    let known = [
      ("thesis", "phdthesis"), ("conference", "inproceedings"), ("proceeding", "inproceedings"),
      ("chapter", "incollection"), ("book", "book"), ("report", "techreport"),
    ]
    return known.first { types.contains($0.0) }?.1 ?? (record.journal.isEmpty ? "misc" : "article")
  }

  /// The first author, the year, and what tells the record from all others.
  private static func key(of record: Record) -> String {
    let family = (record.authors.first?.family ?? "").utf8.filter(\.isLetter)
    let id = record.id.utf8.filter { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    // What was dropped or cut from the identifier must still tell.
    let isWhole = id.count == record.id.utf8.count && id.count <= 40
    let suffix =
      String(decoding: id.prefix(40), as: UTF8.self)
      + (isWhole ? "" : "-" + String(XXH64.hash(record.id.utf8Span.span), radix: 16))
    return String(decoding: family, as: UTF8.self) + (record.year.map(String.init) ?? "") + "_" + suffix
  }

  private static func fields(of record: Record) -> [SourceField] {
    let isPart = ["inproceedings", "incollection"].contains(type(of: record))
    let fields = [
      ("title", escaped(record.title)), ("author", record.authors.map(name).joined(separator: " and ")),
      (isPart ? "booktitle" : "journal", escaped(record.journal)), ("year", record.year.map(String.init) ?? ""),
      ("volume", escaped(record.volume)), ("number", escaped(record.issue)), ("pages", pages(record.pages)),
      ("doi", address(record.doi)), ("pmid", escaped(record.pmid)), ("pmcid", escaped(record.pmcid)),
      ("url", address(record.urls.first ?? "")), ("language", escaped(record.language)),
      ("keywords", list(record.keywords + record.mesh)), ("abstract", escaped(record.flatAbstract)),
    ]
    return fields.filter { !$0.1.isEmpty }.map { SourceField(tag: $0.0, value: $0.1) }
  }

  /// A name that BibTeX can't take apart otherwise than the record has it.
  private static func name(_ author: Author) -> String {
    if author.isOrganisation || author.given.isEmpty { return "{\(escaped(author.family))}" }
    return "\(escaped(author.family)), \(escaped(author.given))"
  }

  /// Addresses and DOIs are not LaTeX, but braces must balance and a backslash would be lost.
  private static func address(_ text: String) -> String {
    text.split(separator: "{", omittingEmptySubsequences: false).joined(separator: "%7B")
      .split(separator: "}", omittingEmptySubsequences: false).joined(separator: "%7D")
      .split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "%5C")
  }

  private static func pages(_ pages: String) -> String {
    escaped(pages).split(separator: "-").joined(separator: "--")
  }

  /// Braces keep together a keyword that has a separator in it.
  private static func list(_ keywords: [String]) -> String {
    keywords.map { keyword in
      let hasSeparator = keyword.utf8.contains(UInt8(ascii: ",")) || keyword.utf8.contains(UInt8(ascii: ";"))
      return hasSeparator ? "{\(escaped(keyword))}" : escaped(keyword)
    }.joined(separator: ", ")
  }

  /// The text with every character that LaTeX would take for a command escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_": result += "\\\(scalar)"
      case "\\": result += "{\\textbackslash}"
      case "~": result += "{\\textasciitilde}"
      case "^": result += "{\\textasciicircum}"
      // Escaped braces would still have to balance.
      case "{": result += "{\\textbraceleft}"
      case "}": result += "{\\textbraceright}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
