// The different values of a column. A value's code is its place among them, from 1; code 0 is no value.
//
//     8 bytes        number of values
//     8 bytes each   offset of a value behind this table, and one more for the end
//     …              the values' bytes
//
// Strings are in ascending order of their bytes with ASCII letters made small, and of the bytes themselves where these
// are equal, so that the spellings of one name have consecutive codes.
//
// Example: “b”, “A” and “a” have the codes 3, 1 and 2; the bytes behind the offsets 0 1 2 3 are “Aab”.

/// Reads the values of a column by code, and codes by value.
package struct ValueTable: ~Escapable {
  private let offsets: Span<UInt8>
  private let text: Span<UInt8>
  /// The number of values, which is the largest code.
  package let count: Int

  /// The table at the beginning of a section's bytes.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) throws(FormatError) {
    guard bytes.count >= 16, bytes.fixed64(at: 0) <= UInt64(bytes.count / 8 - 2) else {
      throw FormatError(expected: "a table of values", found: "\(bytes.count) bytes")
    }
    count = Int(bytes.fixed64(at: 0))
    let start = 16 + 8 * count
    offsets = bytes.extracting(8..<start)
    let size = offsets.fixed64(at: 8 * count)
    guard size <= UInt64(bytes.count - start) else {
      throw FormatError(expected: "values of at most \(bytes.count - start) bytes", found: "\(size)")
    }
    text = bytes.extracting(start..<start + Int(size))
  }

  /// The bytes that the table takes.
  var size: Int { 8 + offsets.count + text.count }

  /// The bytes of the value of a code, from 1.
  @_lifetime(copy self)
  func bytes(ofCode code: Int) throws(FormatError) -> Span<UInt8> {
    guard 1...max(count, 1) ~= code, count > 0 else {
      throw FormatError(expected: "a code of 1 to \(count)", found: "\(code)")
    }
    return text.extracting(try offsets.offsetPair(at: code - 1, limit: text.count))
  }

  /// The value of a code, from 1.
  package func value(ofCode code: Int) throws(FormatError) -> [UInt8] {
    try bytes(ofCode: code).bytesAsArray
  }

  /// The codes of the strings that equal `value` but for the case of ASCII letters; empty when there are none.
  ///
  /// - Complexity: O(log n) comparisons.
  package func codes(matching value: [UInt8]) throws(FormatError) -> Range<Int> {
    let folded = value.map(\.asciiLowercased)
    let first = try partition { $0.compareFolded(folded.span) < 0 }
    let end = try partition { $0.compareFolded(folded.span) <= 0 }
    return first..<end
  }

  /// The first code whose value `isBefore` says no to.
  private func partition(_ isBefore: (Span<UInt8>) -> Bool) throws(FormatError) -> Int {
    var (low, high) = (1, count + 1)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(try bytes(ofCode: middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Checks that offsets ascend and, with `sorted`, that the strings do.
  func checkInvariants(sorted: Bool) throws(FormatError) {
    for code in 1..<(count + 1) {
      let value = try bytes(ofCode: code)
      guard sorted, code > 1 else { continue }
      guard try bytes(ofCode: code - 1).bytesAsArray[...].precedesFolded(value.bytesAsArray[...]) else {
        throw FormatError(
          expected: "ascending values", found: "“\(String(decoding: value.bytesAsArray, as: UTF8.self))”")
      }
    }
  }

  /// The bytes of a table of values, the first of them with code 1.
  static func bytes(of values: some Collection<ArraySlice<UInt8>>) -> [UInt8] {
    var (offsets, text) = (ByteWriter(), ByteWriter())
    offsets.fixed64(UInt64(values.count))
    offsets.fixed64(0)
    for value in values {
      text.append(value)
      offsets.fixed64(UInt64(text.count))
    }
    return offsets.bytes + text.bytes
  }
}

extension UInt8 {
  /// The byte with an ASCII letter made small.
  fileprivate var asciiLowercased: UInt8 { 65...90 ~= self ? self | 0x20 : self }
}

extension Span<UInt8> {
  /// A copy.
  var bytesAsArray: [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }

  /// Below, at or above 0 as the bytes, ASCII letters made small, come before, equal or come after those of `folded`.
  fileprivate func compareFolded(_ folded: Span<UInt8>) -> Int {
    for index in 0..<Swift.min(count, folded.count) {
      let difference = Int(self[index].asciiLowercased) - Int(folded[index])
      if difference != 0 { return difference }
    }
    return count - folded.count
  }
}

extension ArraySlice<UInt8> {
  /// Whether the value comes before another in a table of strings.
  func precedesFolded(_ other: ArraySlice<UInt8>) -> Bool {
    for (left, right) in zip(self, other) where left != right {
      let (left, right) = (left.asciiLowercased, right.asciiLowercased)
      if left != right { return left < right }
    }
    return count == other.count ? lexicographicallyPrecedes(other) : count < other.count
  }
}
