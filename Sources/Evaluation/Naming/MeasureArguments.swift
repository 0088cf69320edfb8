/// What is written of a measure besides its name: `P(rel=2)@10`, `P_10`, `P.10`.
struct MeasureArguments {
  /// The whole as it was written.
  let text: String
  /// What stands behind `@`, `_` or `.`.
  private(set) var at: String?
  private var named: [(name: String, value: String)]
  /// The names that were asked for.
  private var known: [String] = []

  init(text: String, at: String?, named: [(name: String, value: String)] = []) {
    (self.text, self.at, self.named) = (text, at, named)
  }

  /// The number of documents that count.
  mutating func cutoff() throws(MeasureError) -> Int {
    guard let cutoff = try optionalCutoff() else {
      throw error("a number of documents, as in \(text)@10", "none")
    }
    return cutoff
  }

  /// The number of documents that count, or `nil` for all.
  mutating func optionalCutoff() throws(MeasureError) -> Int? {
    guard let text = takeAt() else { return nil }
    guard let cutoff = Int(text), cutoff > 0, text.utf8.first != UInt8(ascii: "+") else {
      throw error("a whole number of documents, from 1 on", text)
    }
    return cutoff
  }

  /// A recall between 0 and 1 behind the name.
  mutating func recall() throws(MeasureError) -> Double {
    guard let text = takeAt() else { throw error("a recall between 0 and 1, as in \(text)@0.5", "none") }
    guard let recall = Self.number(text), (0...1).contains(recall) else {
      throw error("a recall between 0 and 1", text)
    }
    return recall
  }

  /// A share above 0 and up to 100% behind the name, in percent; a number up to 1 without the sign is the share itself.
  mutating func percent() throws(MeasureError) -> Double {
    guard let text = takeAt() else { throw error("a share, as in \(text)@95%", "none") }
    let isPercent = text.last == "%"
    guard let number = Self.number(isPercent ? String(text.dropLast()) : text), number > 0, number <= 100 else {
      throw error("a share above 0 and up to 100%", text)
    }
    // 0.07 · 100 is 7.000000000000001.
    return isPercent || number > 1 ? number : (number * 1e11).rounded() / 1e9
  }

  /// The least grade that is relevant, `rel`, or `nil` for that of the options.
  mutating func level() throws(MeasureError) -> Int? {
    guard let text = take("rel") else { return nil }
    guard let level = Int(text), level >= 0 else { throw error("a whole number from 0 on as rel", text) }
    return level
  }

  /// The number that is called `name`.
  mutating func number(
    _ name: String, default standard: Double, _ isAllowed: (Double) -> Bool, _ expected: String
  ) throws(MeasureError) -> Double {
    guard let text = take(name) else { return standard }
    guard let number = Self.number(text), isAllowed(number) else { throw error("\(expected) as \(name)", text) }
    return number
  }

  /// The word that is called `name`, without quotes.
  mutating func word(_ name: String) -> String? {
    take(name)?.filter { $0 != "'" && $0 != "\"" }
  }

  /// Takes what stands behind the name as the value of `name`, as trec_eval's set_F has it.
  mutating func moveAt(to name: String) {
    if let text = takeAt() { named.append((name, text)) }
  }

  /// Makes sure that nothing is left.
  func finish() throws(MeasureError) {
    if let at { throw error("no number behind this measure", at) }
    guard let (name, _) = named.first else { return }
    let remedy = name == "judged_only" ? "the option -J takes documents without a grade out of rankings" : nil
    throw MeasureError(
      measure: text, expected: known.isEmpty ? "no parameter" : known.joined(separator: " or "), found: name,
      remedy: remedy)
  }

  func error(_ expected: String, _ found: String) -> MeasureError {
    MeasureError(measure: text, expected: expected, found: found)
  }

  private mutating func takeAt() -> String? {
    defer { at = nil }
    return at
  }

  private mutating func take(_ name: String) -> String? {
    known.append(name)
    guard let place = named.firstIndex(where: { $0.name == name }) else { return nil }
    return named.remove(at: place).value
  }

  private static func number(_ text: String) -> Double? {
    guard let number = decimal([UInt8](text.utf8).span), number.isFinite else { return nil }
    return number
  }
}
