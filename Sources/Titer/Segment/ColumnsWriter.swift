/// Collects the values of documents, and writes the columns of them in any order.
///
/// It holds 18 bytes a document, and each different value once.
package struct ColumnsWriter {
  private var years: [UInt16] = []
  private var journals = NumberedValues()
  private var languages = NumberedValues()
  private var sources = NumberedValues()
  private var types = TermTable(slots: 16)
  /// Per document, its types by their numbers in `types`, ascending, 4 bytes each.
  private var typeSets = NumberedValues()

  /// A writer of no documents yet.
  package init() {}

  /// The bytes that it holds.
  var memory: Int {
    2 * years.count + journals.memory + languages.memory + sources.memory + types.memory + typeSets.memory
  }

  /// Appends the values of the next document.
  ///
  /// To merge segments, append `Columns.values(of:)` of each document in the order that the new one is to have.
  package mutating func append(_ values: ColumnValues) {
    years.append(UInt16(clamping: values.year))
    journals.append(values.journal)
    languages.append(values.language)
    sources.append(values.source)
    var numbers: Set<UInt32> = []
    for type in values.types where !type.isEmpty { numbers.insert(UInt32(types.number(of: type[...]))) }
    typeSets.append(Array(fixed32: numbers.sorted()))
  }

  /// Writes the sections.
  ///
  /// - Parameters:
  ///   - file: where to append them.
  ///   - order: the documents to write by their number here, in their new order; all as they came when it is `nil`. Values
  ///     of others are not written.
  /// - Throws: ``IndexError`` when the file can't be written.
  package func write(to file: inout SegmentFileWriter, order: [UInt32]? = nil) throws(IndexError) {
    let order = order?.map { Int($0) } ?? Array(years.indices)
    var bytes = ByteWriter()
    for document in order { bytes.append([UInt8(truncatingIfNeeded: years[document]), UInt8(years[document] >> 8)]) }
    try file.append(.years, bytes.bytes)
    for (section, column) in [(Section.journals, journals), (.languages, languages), (.sources, sources)] {
      let written = column.sorted(order)
      try file.append(section, CodedColumn.bytes(of: written.values, codes: written.codes))
    }
    try writeTypes(to: &file, order)
  }

  private func writeTypes(to file: inout SegmentFileWriter, _ order: [Int]) throws(IndexError) {
    let sets = typeSets.sorted(order)
    let numbers = sets.values.map { set in (0..<set.count / 4).map { Int(Array(set).span.fixed32(at: 4 * $0)) } }
    let used = Set(numbers.joined()).sorted { types[$0].precedesFolded(types[$1]) }
    var codes = [UInt32](repeating: 0, count: types.count)
    for (index, type) in used.enumerated() { codes[type] = UInt32(index + 1) }
    let values = numbers.map { Array(fixed32: $0.map { codes[$0] }.sorted())[...] }
    try file.append(.types, ValueTable.bytes(of: used.map { types[$0] }))
    try file.append(.typeSets, CodedColumn.bytes(of: values, codes: sets.codes))
  }
}

/// Values by document, as numbers in the order in which they first came.
private struct NumberedValues {
  private var table = TermTable(slots: 16)
  /// 0 for none, else one more than the value's number in the table.
  private var numbers: [UInt32] = []

  var memory: Int { table.memory + 4 * numbers.count }

  mutating func append(_ value: [UInt8]) {
    numbers.append(value.isEmpty ? 0 : UInt32(table.number(of: value[...]) + 1))
  }

  /// The values of some documents in the order of their codes, and the documents' codes.
  func sorted(_ documents: [Int]) -> (values: [ArraySlice<UInt8>], codes: [Int]) {
    var isUsed = [Bool](repeating: false, count: table.count + 1)
    for document in documents { isUsed[Int(numbers[document])] = true }
    let used = (0..<table.count).filter { isUsed[$0 + 1] }.sorted { table[$0].precedesFolded(table[$1]) }
    var codes = [Int](repeating: 0, count: table.count + 1)
    for (index, number) in used.enumerated() { codes[number + 1] = index + 1 }
    return (used.map { table[$0] }, documents.map { codes[Int(numbers[$0])] })
  }
}
