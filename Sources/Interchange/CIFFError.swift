/// What a CIFF file holds that it must not, or doesn't hold.
public struct CIFFError: Error, Equatable, CustomStringConvertible {
  /// The file, or where it goes.
  public let file: String
  /// Which part of it: “postings list 7”.
  public let place: String
  /// What was expected.
  public let expected: String
  /// What was found.
  public let found: String

  /// All of it, and what to do.
  public var description: String {
    "\(file): \(place): expected \(expected), found \(found); nothing was made of it: export it again"
  }
}
