/// A place in the text of a query, which parsers move forward, and errors at it.
struct QueryScanner {
  /// How deep clauses may lie within each other.
  static let deepest = 256

  /// The text as given.
  let text: String
  /// Its characters.
  let characters: [Character]
  /// Its bytes, and where those of each character begin, and end those of the last.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// The place of the next character.
  var place = 0

  /// A scanner at the beginning of a text.
  init(_ text: String) {
    self.init(text, Array(text))
  }

  /// A scanner of a text that is made of some characters.
  init(_ text: String, _ characters: [Character]) {
    self.text = text
    self.characters = characters
    bytes = Array(text.utf8)
    var starts = [0]
    starts.reserveCapacity(characters.count + 1)
    for character in characters { starts.append(starts[starts.count - 1] + character.utf8.count) }
    self.starts = starts
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { place >= characters.count }

  /// The next character.
  var next: Character? { self[place] }

  /// The character of a place.
  subscript(place: Int) -> Character? { characters.indices.contains(place) ? characters[place] : nil }

  /// The text of some places.
  subscript(places: Range<Int>) -> String {
    String(decoding: bytes[starts[places.lowerBound]..<starts[places.upperBound]], as: UTF8.self)
  }

  /// Goes over white space.
  mutating func skipSpaces() {
    while next?.isSpace == true { place += 1 }
  }

  /// Goes over a character if it is the next one.
  mutating func skip(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  /// Goes over the characters for which a condition holds, and returns them.
  mutating func take(while isWanted: (Character) -> Bool) -> String {
    let start = place
    while let next, isWanted(next) { place += 1 }
    return self[start..<place]
  }

  /// What there is at a place, in words for an error: a character in quotes, or the end of the query.
  func found(at place: Int? = nil) -> String {
    self[place ?? self.place].map { "“\($0)”" } ?? "the end of the query"
  }

  /// An error at a place, or at the next character.
  func error(
    at place: Int? = nil, expected: String, found: String? = nil, suggestion: String? = nil
  ) -> QueryError {
    let place = place ?? self.place
    return QueryError(
      query: text, column: min(place, characters.count), expected: expected, found: found ?? self.found(at: place),
      suggestion: suggestion)
  }

  /// - Throws: ``QueryError`` where clauses lie too deep within each other.
  func checkDepth(_ depth: Int) throws(QueryError) {
    guard depth > Self.deepest else { return }
    throw error(
      expected: "at most \(Self.deepest) clauses within each other", found: "more",
      suggestion: "Write parts of it as lines of a strategy, and combine these.")
  }
}
