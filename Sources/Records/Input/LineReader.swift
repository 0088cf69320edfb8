/// An input as lines of valid UTF-8, without their ends (LF, CR LF, CR).
package struct LineReader {
  /// The number, from 1, of the line that `next` returned last.
  package private(set) var lineNumber = 0
  private let bytes: [UInt8]
  private var offset = 0

  /// Reads `input` from where it stands.
  package init(_ input: Input) throws(ReadError) {
    bytes = try input.next()
  }

  /// The next line, or `nil` at the end.
  package mutating func next() throws(ReadError) -> ArraySlice<UInt8>? {
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    defer { offset = end + 1 }
    lineNumber += 1
    return bytes[offset..<end]
  }
}
