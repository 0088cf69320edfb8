// One value a document, by its code.
//
//     …    the values, a ``ValueTable``
//     …    a code a document, in 1 byte when there are at most 255 values, in 2 when there are at most 65,535, else in 4;
//          nothing when there are no values
//
// Masks are of 64 consecutive documents: bit i of the mask of block b is document 64 · b + i.

/// Reads the codes of a column.
package struct CodedColumn: ~Escapable {
  /// The values.
  package let values: ValueTable
  /// The codes by document.
  let codes: CodeArray

  /// The column in the bytes of a section, for `documents` documents.
  ///
  /// - Complexity: O(1).
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, documents: Int) throws(FormatError) {
    values = try ValueTable(bytes)
    let width = Self.width(values: values.count)
    try expect(bytes.count - values.size, toBe: width * documents, "bytes of codes")
    codes = CodeArray(bytes.extracting(values.size...), width: width, documents: documents)
  }

  /// The bytes of a code among so many values.
  static func width(values count: Int) -> Int {
    switch count {
    case 0: 0
    case 1...0xFF: 1
    case 0x100...0xFFFF: 2
    default: 4
    }
  }

  /// The code of a document below the number of documents; 0 for none.
  ///
  /// - Throws: ``FormatError`` when it is larger than any value's.
  package func code(of document: Int) throws(FormatError) -> Int {
    let code = codes[document]
    guard code <= values.count else {
      throw FormatError(expected: "a code of at most \(values.count)", found: "\(code)")
    }
    return code
  }

  /// The value of a document, empty for none.
  package func value(of document: Int) throws(FormatError) -> [UInt8] {
    let code = try code(of: document)
    return code == 0 ? [] : try values.value(ofCode: code)
  }

  /// The documents of a block whose codes are in a set made for this column.
  package func mask(ofBlock block: Int, _ set: CodeSet) -> UInt64 { codes.mask(ofBlock: block, set) }

  /// Reads everything and checks it.
  func checkInvariants(sorted: Bool) throws(FormatError) {
    try values.checkInvariants(sorted: sorted)
    for document in 0..<codes.documents { _ = try code(of: document) }
  }

  /// The bytes of a column.
  static func bytes(of values: some Collection<ArraySlice<UInt8>>, codes: some Collection<Int>) -> [UInt8] {
    var bytes = ValueTable.bytes(of: values)
    let width = width(values: values.count)
    bytes.reserveCapacity(bytes.count + width * codes.count)
    for code in codes {
      for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: code >> (8 * byte))) }
    }
    return bytes
  }
}
