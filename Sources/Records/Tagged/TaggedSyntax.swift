/// What tells one tagged format from another: how its lines look, where its entries end, and what its tags mean.
protocol TaggedSyntax {
  /// The format's name for reports: `"RIS"`.
  static var name: String { get }
  /// The format of its records.
  static var format: RecordFormat { get }
  /// The tag that every entry has: with it, an entry is a record however little else it has.
  static var firstTag: TagCode { get }
  /// The kind of `line`, which is valid UTF-8 without its end.
  static func parse(_ line: ArraySlice<UInt8>) -> TaggedLine
  /// Whether a field with `tag` ends an entry with the tags `entry` and begins the next one.
  static func begins(with tag: TagCode, after entry: [TagCode]) -> Bool
  /// Sets the common fields of `record`.
  static func fill(_ record: inout Record, from values: TaggedValues)
}

/// The kinds of line in a tagged format.
enum TaggedLine {
  /// A tag and the first line of its value.
  case field(tag: TagCode, value: ArraySlice<UInt8>)
  /// A further line of the last field's value.
  case continuation(ArraySlice<UInt8>)
  /// A line of blanks, which belongs to a value only if more of it follows.
  case blank
  /// The end of an entry.
  case end
  /// A line that the format has around entries, such as a header.
  case frame
}
