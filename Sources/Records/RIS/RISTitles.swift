/// The title and the journal of a RIS entry, which exports put under each other's tags.
struct RISTitles {
  let title: String
  let journal: String

  /// `T2` is the journal where nothing else is; beside a journal's own tag it is the sub-title, unless it is that
  /// journal again or, for a part of a book, the book.
  init(_ values: TaggedValues, isPartOfBook: Bool) {
    let main = values.first("TI", "T1", "CT", "BT", "TT", "ST").unescapingEntities
    let second = values.first("T2")
    let journals = values.all("JF", "JO", "JA", "J2", "J1")
    let own = values.first("JF", "JO", "JA")
    let isJournal = own.isEmpty || !second.isEmpty && journals.contains { Self.isSameJournal($0, second) }
    let isSubtitle = !second.isEmpty && !isJournal && !isPartOfBook && !main.isEmpty
    title = isSubtitle ? Title.joined(main, second.unescapingEntities) : main
    let full = isJournal && values.first("JF").isEmpty ? second : own
    journal = full.isEmpty ? values.first("JF", "JO", "JA", "T2", "J2", "J1", "BT", "T3") : full
  }

  /// Whether two names are equal, or one abbreviates the other word by word: `"J. Chem. Phys."`.
  static func isSameJournal(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (one, other) = (words(one), words(other))
    return abbreviates(one, other) || abbreviates(other, one)
  }

  private static func words(_ name: String) -> [ArraySlice<UInt8>] {
    Array(name.lowercased().utf8).split { !($0.isLetter || $0.isDigit || $0 >= 0x80) }.filter { word in
      !smallWords.contains { word.elementsEqual($0) }
    }
  }

  private static let smallWords = ["the", "of", "and", "in", "for", "on"].map { Array($0.utf8) }

  private static func abbreviates(_ short: [ArraySlice<UInt8>], _ long: [ArraySlice<UInt8>]) -> Bool {
    short.count == long.count && !short.isEmpty && zip(short, long).allSatisfy { $1.starts(with: $0) }
  }
}
