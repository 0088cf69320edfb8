import Titer

extension Columns {
  /// Reads all that there is in the columns of a file, filters by them and counts; what is damaged is passed over.
  static func readAll(of file: SegmentFile, _ filter: Filter) throws(FormatError) {
    let columns = try Columns(file)
    for document in 0..<columns.documents { _ = try? columns.values(of: document) }
    for facet in Facet.allCases {
      var (counter, counts) = (FacetCounter(facet, columns), FacetCounts())
      for block in 0..<columns.blocks { counter.add(.max, ofBlock: block) }
      try? counter.add(to: &counts)
    }
    let compiled = try SegmentFilter(filter, columns)
    for block in 0..<columns.blocks { _ = compiled.mask(ofBlock: block) }
  }
}
