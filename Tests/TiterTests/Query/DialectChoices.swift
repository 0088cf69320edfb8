import TestSupport

/// Random choices of what texts of a dialect are made of: the same for the same seed.
protocol DialectChoices {
  /// Signs, words and what else may trouble a parser.
  static var pieces: [String] { get }
  var generator: SeededGenerator { get set }
}

extension DialectChoices {
  mutating func below(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func soup() -> String { (0..<below(14)).map { _ in pick(Self.pieces) }.joined() }

  /// One of the texts with something put in, left out, or put elsewhere.
  mutating func mutation(of rows: [(text: String, tree: String)]) -> String {
    var scalars = Array(pick(rows).text.unicodeScalars)
    for _ in 0...below(3) {
      let place = below(scalars.count + 1)
      switch below(4) {
      case 0: scalars.insert(contentsOf: Array(pick(Self.pieces).unicodeScalars), at: place)
      case 1 where place < scalars.count: scalars.remove(at: place)
      case 2 where place < scalars.count: scalars[place] = pick(Array(pick(Self.pieces).unicodeScalars))
      default: scalars += Array(pick(rows).text.unicodeScalars.prefix(below(12)))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
