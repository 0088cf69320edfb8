/// The bytes of an input in slices that a parser takes one at a time, with room to hand some back.
struct XMLByteSource {
  private static let sliceSize = 64 << 10

  private let input: Input
  /// What was handed back: it is read before `chunk`.
  private var returned: ArraySlice<UInt8> = []
  private var chunk: ArraySlice<UInt8> = []

  init(_ input: Input) {
    self.input = input
  }

  /// The next slice, or `nil` at the end.
  mutating func next() throws(ReadError) -> ArraySlice<UInt8>? {
    if !returned.isEmpty { return Self.takeSlice(of: &returned) }
    if chunk.isEmpty { chunk = try input.next()[...] }
    return chunk.isEmpty ? nil : Self.takeSlice(of: &chunk)
  }

  /// Puts bytes before all that is still to come.
  mutating func putBack(_ bytes: ArraySlice<UInt8>) {
    returned = returned.isEmpty ? bytes : bytes + returned
  }

  private static func takeSlice(of bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let slice = bytes.prefix(sliceSize)
    bytes = bytes.dropFirst(sliceSize)
    return slice
  }
}

/// The search for the next opening tag of a record in bytes that no parser has read.
struct XMLRecordSearch {
  private let tags: [[UInt8]]

  /// A search for the opening tags of `elements`.
  init(_ elements: [String]) {
    tags = elements.map { Array("<\($0)".utf8) }
  }

  /// Takes bytes from `source` up to the next record, which it leaves there; counts their lines.
  ///
  /// - Throws: `ReadError` when the input can't be read.
  /// - Returns: Whether there is another record.
  func skipToRecord(in source: inout XMLByteSource, line: inout Int) throws(ReadError) -> Bool {
    let longest = tags.map(\.count).max() ?? 0
    var window: ArraySlice<UInt8> = []
    while let slice = try source.next() {
      window += slice
      let found = firstRecord(in: window)
      let skipped = window[..<(found ?? max(window.startIndex, window.endIndex - longest))]
      line += skipped.count { $0 == UInt8(ascii: "\n") }
      window = window[skipped.endIndex...]
      guard found == nil else {
        source.putBack(window)
        return true
      }
      window = ArraySlice(Array(window))
    }
    return false
  }

  /// Where the first opening tag of a record begins that is whole, the byte after its name included.
  private func firstRecord(in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      if isRecord(bytes[start...]) { return start }
      rest = bytes[(start + 1)...]
    }
    return nil
  }

  private func isRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    tags.contains { tag in
      guard bytes.count > tag.count, bytes.starts(with: tag) else { return false }
      let next = bytes[bytes.startIndex + tag.count]
      return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }
  }
}
