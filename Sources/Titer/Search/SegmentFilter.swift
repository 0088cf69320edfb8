/// A filter in terms of one segment's codes.
///
///     for block in 0..<columns.blocks { candidates[block] &= filter.mask(ofBlock: block) }
package struct SegmentFilter: ~Escapable {
  private let columns: Columns
  private let years: CodeSet?
  private let journals: CodeSet?
  private let types: CodeSet?
  private let languages: CodeSet?
  private let sources: CodeSet?

  /// Looks up the values of a filter in the columns of a segment.
  ///
  /// - Complexity: O(values of the filter · log(values of the column)), and O(sets of types) when it has types.
  @_lifetime(copy columns)
  package init(_ filter: Filter, _ columns: borrowing Columns) throws(FormatError) {
    self.columns = copy columns
    years = filter.years.map { CodeSet(max(1, min($0.lowerBound, 65_536))..<max(1, min($0.upperBound, 65_535) + 1)) }
    journals = try Self.codes(filter.journals, columns.journals.values)
    languages = try Self.codes(filter.languages, columns.languages.values)
    sources = try Self.codes(filter.sources, columns.sources.values)
    types = try Self.codes(filter.types, columns.types).map { types throws(FormatError) in
      try Self.sets(of: types, columns)
    }
  }

  private static func codes(_ values: [String], _ table: ValueTable) throws(FormatError) -> CodeSet? {
    if values.isEmpty { return nil }
    return try CodeSet(values.map { value throws(FormatError) in try table.codes(matching: Array(value.utf8)) })
  }

  /// The sets that hold one of the types.
  private static func sets(of types: CodeSet, _ columns: borrowing Columns) throws(FormatError) -> CodeSet {
    var ranges: [Range<Int>] = []
    for set in 1..<(columns.typeSets.values.count + 1)
    where try columns.types(ofSet: set).contains(where: types.contains) {
      ranges.append(set..<set + 1)
    }
    return CodeSet(ranges)
  }

  /// Whether no document of the segment can match, so that it need not be looked at.
  package var matchesNothing: Bool {
    for part in [years, journals, types, languages, sources] {
      if let part, part.isEmpty { return true }
    }
    return false
  }

  /// The documents of a block that match: bit i is document 64 · `block` + i.
  ///
  /// Codes that damaged bytes give match nothing.
  ///
  /// - Complexity: 10 to 30 ns a part that is set.
  package func mask(ofBlock block: Int) -> UInt64 {
    var mask = columns.existing(inBlock: block)
    if let years { mask &= columns.years.mask(ofBlock: block, years) }
    if let journals, mask != 0 { mask &= columns.journals.mask(ofBlock: block, journals) }
    if let types, mask != 0 { mask &= columns.typeSets.mask(ofBlock: block, types) }
    if let languages, mask != 0 { mask &= columns.languages.mask(ofBlock: block, languages) }
    if let sources, mask != 0 { mask &= columns.sources.mask(ofBlock: block, sources) }
    return mask
  }
}
