/// Why a text is no measure.
public struct MeasureError: Error, Equatable, CustomStringConvertible {
  /// What was read as a measure.
  public var measure: String
  /// What was expected.
  public var expected: String
  /// What was found instead.
  public var found: String
  /// What to do about it, where that isn't plain.
  public var remedy: String?

  /// Prints as `measure “P_0”: expected …, found …; do …`.
  public var description: String {
    "measure “\(measure)”: expected \(expected), found \(found)" + (remedy.map { "; \($0)" } ?? "")
  }
}
