/// An element as a builder meets it.
struct XMLElement<Name: XMLName> {
  /// Its name, or `nil` for one that the vocabulary lacks.
  let name: Name?
  /// The element around it.
  let parent: Name?
}

/// What a builder wants of an element.
enum XMLInterest {
  /// To be told of the elements inside it.
  case inside
  /// Its whole text, markup flattened.
  case text
  /// Nothing of it.
  case none
}

/// What turns one format's elements into records.
protocol XMLRecordBuilder {
  associatedtype Name: XMLName

  /// The elements that are a record each; what stands outside them is passed over.
  static var records: [Name] { get }
  /// The format's name as diagnostics print it.
  static var formatName: String { get }

  /// A builder that has met nothing.
  init()

  /// An element opens, in a record, that isn't part of a text.
  mutating func start(_ element: XMLElement<Name>, _ attributes: XMLAttributes<Name>) -> XMLInterest
  /// An element closes whose text was wanted; `tag` is its name.
  mutating func take(_ text: String, of element: XMLElement<Name>, tag: String)
  /// An element closes whose inside was wanted.
  mutating func end(_ element: XMLElement<Name>)
  /// What an element inside a text does to the text.
  static func markup(of name: Name, _ attributes: XMLAttributes<Name>) -> InlineMarkup
  /// What the element that has just closed amounts to; the builder begins anew.
  mutating func finish() -> XMLOutcome
}

extension XMLRecordBuilder {
  mutating func end(_ element: XMLElement<Name>) {}
}

/// What an element of `records` amounts to.
enum XMLOutcome {
  case record(Record)
  /// It should hold a record and doesn't.
  case refused(expected: String, found: String)
  /// The identifiers of records that the source has withdrawn.
  case deletions([String])
}

/// The attributes of the element that a tape has just opened.
struct XMLAttributes<Name: XMLName> {
  private let tape: XMLTape
  private let first: Int
  private let numbers: [Name: UInt16]

  /// The attributes that follow the opening at `place`.
  init(_ tape: XMLTape, after place: Int, _ numbers: [Name: UInt16]) {
    self.tape = tape
    self.first = place + 1
    self.numbers = numbers
  }

  /// The value of one attribute, or `""`.
  subscript(name: Name) -> String {
    let number = numbers[name]
    for event in tape.events[first...] {
      guard event.kind == .attribute else { break }
      if event.name == number { return String(decoding: tape.bytes(of: event), as: UTF8.self) }
    }
    return ""
  }
}
