/// Where a text is not JSON, and how.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// The place, in bytes from the beginning.
  public var offset: Int
  /// What was expected there.
  public var expected: String
  /// What was found instead.
  public var found: String

  init(offset: Int, expected: String, found: String) {
    self.offset = offset
    self.expected = expected
    self.found = found
  }

  /// Prints as `byte 17: expected …, found …`.
  public var description: String {
    "byte \(offset): expected \(expected), found \(found)"
  }
}
