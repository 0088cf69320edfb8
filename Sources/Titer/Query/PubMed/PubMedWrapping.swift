/// Quotes around a whole strategy, as a spreadsheet writes a cell: `"lupus[tiab] AND ""lupus nephritis""[mh]"`.
struct PubMedWrapping {
  /// The places of the strategy itself.
  var places: Range<Int>
  /// How many quotes stand for one: 2 if those of the strategy are doubled.
  var quoteWidth: Int

  /// The quotes around the whole text, or `nil` if there are none.
  ///
  /// What stands in quotes is a phrase unless it holds a field tag, which no phrase does. Other quotes between the first and
  /// the last one must be doubled throughout; else the two don't belong together.
  init?(_ characters: [Character]) {
    guard
      let first = characters.firstIndex(where: { !$0.isPubMedSpace }), characters[first].isPubMedQuote,
      let last = characters.lastIndex(where: { !$0.isPubMedSpace }), first < last, characters[last].isPubMedQuote
    else { return nil }
    places = first + 1..<last
    let runs = Self.quoteRuns(of: characters[places])
    guard runs.allSatisfy({ $0.isMultiple(of: 2) }), PubMedTag.occurs(in: characters[places]) else { return nil }
    quoteWidth = runs.isEmpty ? 1 : 2
  }

  /// How many quotes stand next to each other, wherever there are some.
  private static func quoteRuns(of characters: ArraySlice<Character>) -> [Int] {
    characters.split { !$0.isPubMedQuote }.map(\.count)
  }
}
