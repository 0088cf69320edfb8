/// Years as records print them.
enum Year {
  /// The first year in `text`: four digits from 1000 to 2199 that no digit precedes, alone or before a month and day.
  static func first(in text: String) -> Int? {
    for run in text.utf8.split(whereSeparator: { !(0x30...0x39 ~= $0) }) where [4, 6, 8].contains(run.count) {
      let year = run.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if 1000..<2200 ~= year { return year }
    }
    return nil
  }
}
