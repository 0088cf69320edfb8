/// Records into text of one format.
public protocol RecordWriter: Sendable {
  /// What stands before the first record, such as the header row of CSV.
  var preamble: String { get }
  /// Appends one record with all that ends it.
  func write(_ record: Record, to output: inout String)
}
