/// A name written as one word: how it is found whatever stands between its parts.
///
/// Its term is told from those of words by the bytes behind its text,
///
///     …          its text
///     1 or 2     a name; a name of capitals alone, so that CAR-T is no cart
///     1 byte     how many positions it spans
///
/// so that all terms of a name lie side by side in a dictionary, next to that of the word of the same text, and a phrase goes on behind
/// its last part.
package struct NameKey: Hashable, Sendable {
  /// Which names it can be mistaken for.
  package enum Kind: UInt8, Sendable {
    /// One with a digit, a sign or a Greek letter, or of five letters and more.
    case name = 1
    /// Fewer letters, all capitals.
    case capitals = 2
  }

  /// The most parts that a name has.
  package static let mostParts = 8

  /// Which names it can be mistaken for.
  package var kind: Kind
  /// Its folded letters and digits: 3 and more, 2 where one is a digit.
  package var text: [UInt8]
  /// How many positions it spans.
  package var length: Int

  /// Its term.
  package var term: [UInt8] { text + [kind.rawValue, UInt8(length)] }

  /// The key of a term; `nil` for that of a word or a stem.
  package init?(term: some BidirectionalCollection<UInt8>) {
    guard let length = term.last, 1...UInt8(Self.mostParts) ~= length else { return nil }
    guard let code = term.dropLast().last, let kind = Kind(rawValue: code) else { return nil }
    self.init(kind: kind, text: Array(term.dropLast(2)), length: Int(length))
  }

  /// A key.
  init(kind: Kind, text: [UInt8], length: Int) {
    self.kind = kind
    self.text = text
    self.length = length
  }
}
