/// Counts the documents of one segment by the values of a facet.
///
///     var counter = FacetCounter(.journal, columns)
///     for block in 0..<columns.blocks { counter.add(matches[block], ofBlock: block) }
///     try counter.add(to: &counts)
package struct FacetCounter: ~Escapable {
  private let facet: Facet
  private let columns: Columns
  private let codes: CodeArray
  /// By code from 0, or by year; the last for codes that no value has.
  private var counts: [UInt32]

  /// A counter of no documents yet.
  ///
  /// - Complexity: O(values); 256 KB for years.
  @_lifetime(copy columns)
  package init(_ facet: Facet, _ columns: borrowing Columns) {
    self.facet = facet
    self.columns = copy columns
    let most: Int
    switch facet {
    case .year: (codes, most) = (columns.years, 0xFFFF)
    case .journal: (codes, most) = (columns.journals.codes, columns.journals.values.count)
    case .type: (codes, most) = (columns.typeSets.codes, columns.typeSets.values.count)
    case .language: (codes, most) = (columns.languages.codes, columns.languages.values.count)
    case .source: (codes, most) = (columns.sources.codes, columns.sources.values.count)
    }
    counts = Array(repeating: 0, count: most + 2)
  }

  /// Counts the documents in a mask: bit i is document 64 · `block` + i.
  ///
  /// - Complexity: O(documents in the mask), about 1 ns each.
  package mutating func add(_ mask: UInt64, ofBlock block: Int) {
    let codes = codes
    var span = counts.mutableSpan
    codes.count(mask, ofBlock: block, in: &span)
  }

  /// Adds the counts of this segment to those of all.
  ///
  /// - Throws: ``FormatError`` when a counted document had a code that no value has.
  package func add(to total: inout FacetCounts) throws(FormatError) {
    try expect(counts[counts.count - 1], toBe: 0, "codes beyond the values of a column:")
    switch facet {
    case .year:
      for year in 1...0xFFFF where counts[year] > 0 { total.add(Int(counts[year]), of: Array("\(year)".utf8)) }
    case .journal: try add(counts, of: columns.journals.values, to: &total)
    case .type: try add(countsOfTypes(), of: columns.types, to: &total)
    case .language: try add(counts, of: columns.languages.values, to: &total)
    case .source: try add(counts, of: columns.sources.values, to: &total)
    }
  }

  private func add(
    _ counts: [UInt32], of values: borrowing ValueTable, to total: inout FacetCounts
  ) throws(FormatError) {
    for code in 1..<(values.count + 1) where counts[code] > 0 {
      total.add(Int(counts[code]), of: try values.value(ofCode: code))
    }
  }

  /// The counts of types from those of their sets.
  private func countsOfTypes() throws(FormatError) -> [UInt32] {
    var types = [UInt32](repeating: 0, count: columns.types.count + 1)
    for set in 1..<(columns.typeSets.values.count + 1) where counts[set] > 0 {
      for type in try columns.types(ofSet: set) {
        guard 1..<types.count ~= type else {
          throw FormatError(expected: "a type of 1 to \(types.count - 1)", found: "\(type)")
        }
        types[type] &+= counts[set]
      }
    }
    return types
  }
}
