/// Reads regular expressions, which match whole terms.
///
///     choice      sequence { | sequence }
///     sequence    { repeated }                 it may be empty
///     repeated    one [ * | + | ? | {m} | {m,} | {m,n} ]
///     one         ( choice )                   a group
///                 .                            any character
///                 [ … ] or [^ … ]              a character of a set, or one that isn't in it: characters and ranges a-z
///                 \ and a sign                 the sign itself
///                 any other character          itself
///
/// The signs are `. * + ? | ( ) [ ] { } \ ^ $` and, in a set, `-`. Within a set only `]`, `\`, `-` and a first `^` need a
/// backslash. A character is a Unicode scalar. There are no anchors (an expression is anchored at both ends), no back
/// references and no lazy repetition, so that no expression takes more time than its size times the length of the terms.
struct RegexSyntax {
  /// The most repetitions that may be counted.
  static let mostRepetitions = 1000
  /// How deep groups may be nested.
  static let deepestGroup = 50

  private let expression: String
  private let characters: [Unicode.Scalar]
  private var place = 0
  private var depth = 0

  /// The pattern of an expression.
  ///
  /// - Throws: ``QueryError`` with the place of the first fault, in characters.
  static func parse(_ expression: String) throws(QueryError) -> TermPattern {
    var syntax = RegexSyntax(expression)
    let pattern = try syntax.choice()
    guard syntax.next == nil else { throw syntax.fault("the end of the expression") }
    try syntax.checkSize(pattern, at: 0)
    return pattern
  }

  private init(_ expression: String) {
    self.expression = expression
    characters = Array(expression.unicodeScalars)
  }

  private var next: Unicode.Scalar? { place < characters.count ? characters[place] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private mutating func choice() throws(QueryError) -> TermPattern {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(QueryError) -> TermPattern {
    var parts: [TermPattern] = []
    while let character = next, character != "|", character != ")" {
      parts.append(try repeated())
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .nothing : .sequence(parts)
  }

  private mutating func repeated() throws(QueryError) -> TermPattern {
    let one = try self.one()
    let start = place
    guard let range = try repetitions() else { return one }
    let pattern = TermPattern.repetition(one, least: range.least, most: range.most)
    try checkSize(pattern, at: start)
    if let character = next, "*+?{".unicodeScalars.contains(character) { throw fault("something to repeat") }
    return pattern
  }

  private mutating func repetitions() throws(QueryError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    return take("{") ? try counts() : nil
  }

  private mutating func counts() throws(QueryError) -> (least: Int, most: Int?) {
    let least = try number()
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : try number(atLeast: least) }
    guard take("}") else { throw fault("“}”") }
    return (least, most)
  }

  private mutating func number(atLeast least: Int = 0) throws(QueryError) -> Int {
    let start = place
    var number = 0
    while let digit = next.flatMap({ Self.digit($0) }), number <= Self.mostRepetitions {
      number = 10 * number + digit
      place += 1
    }
    guard place > start, (least...Self.mostRepetitions).contains(number) else {
      place = start
      throw fault("a number from \(least) to \(Self.mostRepetitions)")
    }
    return number
  }

  private static func digit(_ character: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(character) ? Int(character.value) - 0x30 : nil
  }

  private mutating func one() throws(QueryError) -> TermPattern {
    if take(".") { return .character(.all) }
    if take("(") { return try group() }
    if take("[") { return .character(try set()) }
    guard let character = next, !"*+?{}]^$".unicodeScalars.contains(character) else {
      throw fault("a character, “(”, “[” or “.”")
    }
    return .character(CharacterSet(try self.character()))
  }

  private mutating func group() throws(QueryError) -> TermPattern {
    guard depth < Self.deepestGroup else { throw fault("at most \(Self.deepestGroup) groups in each other") }
    depth += 1
    let pattern = try choice()
    guard take(")") else { throw fault("“)”") }
    depth -= 1
    return pattern
  }

  private mutating func set() throws(QueryError) -> CharacterSet {
    let isInverted = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    while !take("]") {
      let first = try character()
      ranges.append(first.value...(take("-") ? try rangeEnd(first) : first.value))
    }
    guard !ranges.isEmpty else {
      place -= 1
      throw fault("a character of the set")
    }
    return isInverted ? CharacterSet(ranges).inverted : CharacterSet(ranges)
  }

  private mutating func rangeEnd(_ first: Unicode.Scalar) throws(QueryError) -> UInt32 {
    let start = place
    guard next != "]" else { throw fault("the end of a range, or “\\-”") }
    let last = try character()
    guard last >= first else {
      place = start
      throw fault("a character from “\(first)” up")
    }
    return last.value
  }

  /// The next character, or the sign behind a backslash.
  private mutating func character() throws(QueryError) -> Unicode.Scalar {
    let isEscaped = take("\\")
    guard let character = next else { throw fault(isEscaped ? "a sign behind “\\”" : "“]”") }
    guard !isEscaped || ".*+?|()[]{}\\^$-".unicodeScalars.contains(character) else { throw fault("a sign behind “\\”") }
    place += 1
    return character
  }

  private func checkSize(_ pattern: TermPattern, at place: Int) throws(QueryError) {
    let (size, most) = (pattern.size, TermPattern.largestSize)
    if size > most { throw fault("a pattern of at most \(most) states", at: place, found: "\(size)") }
  }

  private func fault(_ expected: String) -> QueryError {
    fault(expected, at: place, found: next.map { "“\($0)”" } ?? "the end")
  }

  private func fault(_ expected: String, at place: Int, found: String) -> QueryError {
    let before = String(String.UnicodeScalarView(characters[..<place]))
    return QueryError(query: expression, column: before.count, expected: expected, found: found)
  }
}
