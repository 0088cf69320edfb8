import ArgumentParser
import Titer

/// Which records may answer at all.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only of these years: 2015, 2015-2020, 2015- or -2020.", valueName: "years"),
    transform: Self.years)
  var years: ClosedRange<Int>?

  @Option(help: ArgumentHelp("Only of this journal; may be repeated.", valueName: "name"))
  var journal: [String] = []

  @Option(help: ArgumentHelp("Only of this publication type; may be repeated.", valueName: "name"))
  var type: [String] = []

  @Option(help: ArgumentHelp("Only in this language, by name or code; may be repeated.", valueName: "name"))
  var language: [String] = []

  @Option(help: ArgumentHelp("Only from this database; may be repeated.", valueName: "name"))
  var source: [String] = []

  /// The filter of all that was given.
  var filter: Filter {
    Filter(
      years: years, journals: journal, types: type, languages: language.flatMap { LanguageNames.equivalents(of: $0) },
      sources: source)
  }

  private static func years(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.isEmpty ? nil : Int($0) }
    let areNumbers = zip(parts, numbers).allSatisfy { $0.isEmpty || $1 != nil }
    guard areNumbers, 1...2 ~= parts.count, numbers.contains(where: { $0 != nil }) else {
      throw ValidationError("expected years such as 2015-2020, found “\(text)”")
    }
    let range = (numbers[0] ?? 1, (numbers.count == 1 ? numbers[0] : numbers[1]) ?? 9_999)
    guard range.0 <= range.1 else {
      throw ValidationError("expected the earlier year first, found “\(text)”")
    }
    return range.0...range.1
  }
}
