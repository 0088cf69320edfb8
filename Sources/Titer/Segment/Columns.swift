// What filters and facets need of each document.
//
//     section years:      2 bytes a document, its year; 0 for none
//     section journals:   a ``CodedColumn``
//     section languages:  a ``CodedColumn``
//     section sources:    a ``CodedColumn``
//     section types:      the types, a ``ValueTable``
//     section typeSets:   the sets of types that documents have, a ``CodedColumn``: a value is the ascending codes of some
//                         types, 4 bytes each
//
// So each column has one code a document, and a document of several types has the code of a set. There are few different sets.

/// The values of one document.
package struct ColumnValues: Sendable, Equatable {
  /// The year, 1 to 65,535; 0 for none.
  package var year = 0
  /// The journal, empty for none.
  package var journal: [UInt8] = []
  /// The language, empty for none.
  package var language: [UInt8] = []
  /// The source, empty for none.
  package var source: [UInt8] = []
  /// The types, in any order.
  package var types: [[UInt8]] = []

  /// No values.
  package init() {}

  /// The values of a document; a year before 1 or after 65,535 is none.
  package init(_ document: Document) {
    year = document.year.flatMap { UInt16(exactly: $0) }.map { Int($0) } ?? 0
    journal = Array(document.journal.utf8)
    language = Array(document.language.utf8)
    source = Array(document.source.utf8)
    types = document.types.map { Array($0.utf8) }
  }
}

/// Reads the columns of a segment, and nothing of them before it is asked for.
package struct Columns: ~Escapable {
  /// The number of documents.
  package let documents: Int
  let years: CodeArray
  /// Journals by document.
  package let journals: CodedColumn
  /// Languages by document.
  package let languages: CodedColumn
  /// Sources by document.
  package let sources: CodedColumn
  /// The types.
  package let types: ValueTable
  /// Sets of types by document.
  package let typeSets: CodedColumn

  /// The columns of `file`.
  ///
  /// - Complexity: O(1).
  @_lifetime(borrow file)
  package init(_ file: borrowing SegmentFile) throws(FormatError) {
    documents = file.documents
    let bytes = file.bytes(.years)
    try expect(bytes.count, toBe: 2 * documents, "bytes of years")
    years = CodeArray(bytes, width: 2, documents: documents)
    journals = try CodedColumn(file.bytes(.journals), documents: documents)
    languages = try CodedColumn(file.bytes(.languages), documents: documents)
    sources = try CodedColumn(file.bytes(.sources), documents: documents)
    types = try ValueTable(file.bytes(.types))
    try expect(file.bytes(.types).count, toBe: types.size, "bytes of types")
    typeSets = try CodedColumn(file.bytes(.typeSets), documents: documents)
  }

  /// The number of blocks of 64 documents, the last of which may have fewer.
  package var blocks: Int { (documents + 63) / 64 }

  /// The documents that there are in a block: all but in the last one.
  package func existing(inBlock block: Int) -> UInt64 { years.existing(inBlock: block) }

  /// The year of a document, `nil` for none.
  package func year(of document: Int) -> Int? { years[document] == 0 ? nil : years[document] }

  /// All values of a document, its types in order of their codes.
  package func values(of document: Int) throws(FormatError) -> ColumnValues {
    var values = ColumnValues()
    values.year = years[document]
    values.journal = try journals.value(of: document)
    values.language = try languages.value(of: document)
    values.source = try sources.value(of: document)
    let set = try typeSets.code(of: document)
    for type in try types(ofSet: set) { values.types.append(try types.value(ofCode: type)) }
    return values
  }

  /// The codes of the types in a set, ascending; none in set 0.
  package func types(ofSet set: Int) throws(FormatError) -> [Int] {
    guard set > 0 else { return [] }
    let codes = try typeSets.values.bytes(ofCode: set)
    try expect(codes.count % 4, toBe: 0, "bytes past the last type of a set")
    return (0..<codes.count / 4).map { Int(codes.fixed32(at: 4 * $0)) }
  }

  /// Reads everything and checks it.
  ///
  /// - Throws: ``FormatError`` at the first fault.
  func checkInvariants() throws(FormatError) {
    try journals.checkInvariants(sorted: true)
    try languages.checkInvariants(sorted: true)
    try sources.checkInvariants(sorted: true)
    try types.checkInvariants(sorted: true)
    try typeSets.checkInvariants(sorted: false)
    for set in 0..<(typeSets.values.count + 1) {
      var last = 0
      for type in try types(ofSet: set) {
        guard type > last, type <= types.count else {
          throw FormatError(expected: "a type of \(last + 1) to \(types.count) in a set", found: "\(type)")
        }
        last = type
      }
    }
  }
}
