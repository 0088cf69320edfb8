extension Dialect {
  /// The dialect that a query is most likely written in: the one of which it has most signs; plain where it has none.
  public init(detecting text: String) {
    self.init(detectingLines: [text])
  }

  /// The dialect that the lines of a strategy are most likely written in.
  public init(detectingLines lines: [String]) {
    var signs = DialectSigns()
    for line in lines { signs.add(line) }
    self = signs.likeliest
  }
}

/// Signs of dialects in a text, such as `[tiab]`, `adj3` and `title:`.
private struct DialectSigns {
  private var pubmed = 0
  private var ovid = 0
  private var lucene = 0

  /// The dialect with most signs, the earlier one where several have as many.
  var likeliest: Dialect {
    let most = max(pubmed, ovid, lucene)
    return most == 0 ? .plain : pubmed == most ? .pubmed : ovid == most ? .ovid : .lucene
  }

  mutating func add(_ text: String) {
    let words = text.split { $0.isSpace || $0 == "(" || $0 == ")" }
    for word in words { add(word: word) }
    addBrackets(text)
    addOvidLine(text.lowercased(), words)
    addFieldBehindParentheses(text)
    if text.holds(":(") || text.holds("*:*") { lucene += 4 }
    if text.holds("\"~") || text.holds("”~") || text.holds("+(") { lucene += 3 }
    if text.holds(")^") || text.holds("\"^") { lucene += 3 }
  }

  private mutating func add(word: Substring) {
    guard !word.isOfLetters else { return add(name: word) }
    if word == "&&" || word == "||" { lucene += 3 }
    if word.first == "#", word.dropFirst().first?.isNumber == true { pubmed += 2 }
    if word.first == "+", word.count > 1 { lucene += 2 }
    if word.hasMark("~") || word.hasMark("^") { lucene += 2 }
    if word.first == "/", word.count > 2, word.last == "/" { lucene += 4 }
    if word.isAdjacency || word.hasFieldSuffix || word.hasHeadingSlash { ovid += 3 }
    if word.hasPrefix("/freq=") || word.holds("./freq=") { ovid += 3 }
    if word.contains("$") { ovid += 2 }
  }

  /// Most words are letters alone, which are quickly told.
  private mutating func add(name word: Substring) {
    switch word.utf8.count {
    case 2: if word == "OR" { pubmed += 1 }
    case 3: if word == "AND" || word == "NOT" { pubmed += 1 } else if word.isAdjacency { ovid += 3 }
    default: break
    }
  }

  /// `[tiab]` and `[mh:noexp]`, or `[2015 TO 2020]`; `[Drug Therapy]` behind `/dt` is Ovid's.
  private mutating func addBrackets(_ text: String) {
    var rest = Substring(text)
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
      let before = rest[..<open].split(separator: " ").last ?? ""
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(where: { $0 == "]" || $0 == "}" }) else { return }
      let inside = rest[..<close]
      if inside.holds(" TO ") {
        lucene += 4
      } else if before.hasQualifierCode {
        ovid += 3
      } else if inside.first?.isLetter == true, inside.count <= 40, before.first != "/" {
        pubmed += 3
      }
      rest = rest[close...]
    }
  }

  /// `limit 3 to …`, `or/1-5`, `1 and 2`, `exp …/`, `*Lupus Nephritis/mo`.
  private mutating func addOvidLine(_ text: String, _ words: [Substring]) {
    if text.hasPrefix("limit "), text.holds(" to ") { ovid += 3 }
    if text.hasPrefix("exp "), text.contains("/") { ovid += 3 }
    if words.last?.hasQualifierCode == true { ovid += 3 }
    let areLines = words.allSatisfy { word in
      ["and", "or", "not"].contains(word) || word.allSatisfy { $0.isASCII && $0.isNumber }
    }
    if words.count > 2, areLines, words.contains(where: { $0.first?.isLetter == true }) { ovid += 2 }
  }

  /// `(aspirin or stroke).ti,ab`.
  private mutating func addFieldBehindParentheses(_ text: String) {
    for part in text.split(separator: ")", omittingEmptySubsequences: false).dropFirst() where part.first == "." {
      let codes = part.dropFirst().prefix { $0.isLetter || $0 == "," }.split(separator: ",")
      if !codes.isEmpty, codes.allSatisfy({ $0.count == 2 }) { ovid += 3 }
    }
  }
}

extension StringProtocol {
  /// Whether it holds the bytes of some text.
  fileprivate func holds(_ part: String) -> Bool {
    guard let first = part.utf8.first else { return true }
    var rest = utf8[...]
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: part.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Substring {
  /// Whether it has nothing but Latin letters without accents.
  fileprivate var isOfLetters: Bool {
    utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
  }

  /// Whether it ends in `~`, `~2`, `^1.5` and the like.
  fileprivate func hasMark(_ mark: Character) -> Bool {
    guard let place = lastIndex(of: mark), place > startIndex else { return false }
    return self[index(after: place)...].allSatisfy { $0.isNumber || $0 == "." }
  }

  /// `adj` and `adj3`.
  fileprivate var isAdjacency: Bool {
    lowercased().hasPrefix("adj") && count <= 5 && dropFirst(3).allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `.ti.` or `.ti,ab.` at its end, or `.tw` at the end of a line.
  fileprivate var hasFieldSuffix: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.last?.isEmpty == true else { return false }
    let codes = parts[parts.count - 2].split(separator: ",", omittingEmptySubsequences: false)
    return codes.allSatisfy { code in code.count == 2 && code.allSatisfy { $0.isLetter && $0.isASCII } }
  }

  /// `Nephritis/dt`, and `Neoplasms/dt,th`.
  fileprivate var hasQualifierCode: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count > 1 else { return false }
    let codes = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    return codes.allSatisfy { Qualifiers.name(of: String($0)) != nil }
  }

  /// `Nephritis/` and `or/1-5`.
  fileprivate var hasHeadingSlash: Bool {
    if last == "/" { return count > 2 }
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let isList = parts[0] == "or" || parts[0] == "and"
    return isList && parts[1].first?.isNumber == true
  }
}
