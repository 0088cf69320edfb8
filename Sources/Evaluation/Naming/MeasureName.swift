/// How a measure is written, and how it is made of what is written.
struct MeasureName: Sendable {
  /// Its names without arguments, the one first that is suggested.
  let spellings: [String]
  /// What stands behind the name where nothing does, as trec_eval has it for its families.
  let defaults: [String]
  let make: @Sendable (inout MeasureArguments) throws(MeasureError) -> any Measure

  init(
    _ spellings: String..., defaults: [String] = [],
    make: @escaping @Sendable (inout MeasureArguments) throws(MeasureError) -> any Measure
  ) {
    (self.spellings, self.defaults, self.make) = (spellings, defaults, make)
  }

  /// The numbers of documents that trec_eval's families stand for.
  static let cutoffs = ["5", "10", "15", "20", "30", "100", "200", "500", "1000"]

  /// The measures of this name that arguments ask for.
  func measures(_ texts: [String], named: [(name: String, value: String)], of whole: String)
    throws(MeasureError) -> [any Measure]
  {
    let texts: [String?] = texts.isEmpty ? (defaults.isEmpty ? [nil] : defaults) : texts
    var measures: [any Measure] = []
    for text in texts {
      var arguments = MeasureArguments(text: whole, at: text, named: named)
      measures.append(try make(&arguments))
      try arguments.finish()
    }
    return measures
  }
}

/// A measure with its parameters as ir-measures writes it: `P(rel=2)@10`.
func written(_ name: String, level: Int? = nil, _ parameters: [String] = [], at: String? = nil) -> String {
  let parameters = (level.map { ["rel=\($0)"] } ?? []) + parameters
  return name + (parameters.isEmpty ? "" : "(\(parameters.joined(separator: ",")))") + (at.map { "@\($0)" } ?? "")
}

/// A number in the shortest way: `0.8`, `5`.
func plain(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A percentage as measures are written with it: `95`, and `0.5%`, since `0.5` is a half.
func percentage(_ percent: Double) -> String {
  plain(percent) + (percent > 1 ? "" : "%")
}
