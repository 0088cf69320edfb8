import Foundation
import TestSupport
import Testing
import Titer

/// Queries of all dialects over a few made-up records, with the records that each must find, worked out by hand.
@Suite struct ConformanceTests {
  private struct Row {
    var dialect: Dialect
    var query: String
    var ids: [String]
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Conformance")

  private func rows() throws -> [Row] {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("queries.tsv"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("//") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        dialect: try #require(Dialect(rawValue: cells[0])), query: cells[1],
        ids: cells[2].split(separator: " ").map(String.init))
    }
  }

  private func index(_ folder: TemporaryFolder) throws -> Index {
    let records = Self.folder.appendingPathComponent("records.nbib").path
    let run = try Titer(["index", records, "-o", folder.file("idx")])
    #expect(run.code == 0, "\(run.errors)")
    return try Index(path: folder.file("idx"))
  }

  @Test func eachQueryFindsItsRecords() throws {
    let folder = TemporaryFolder()
    let index = try index(folder)
    for row in try rows() {
      let query = try ParsedQuery(row.query, dialect: row.dialect).query
      let ids = try index.search(query, limit: 1000, order: .identifier).map(\.id)
      #expect(ids.sorted() == row.ids.sorted(), "\(row.dialect) \(row.query): \(query)")
      #expect(try index.count(query) == row.ids.count)
    }
  }

  @Test func writtenAnewTheyAreTheSame() throws {
    for row in try rows() {
      let query = try ParsedQuery(row.query, dialect: row.dialect).query
      let text = try query.text(in: row.dialect)
      #expect(try ParsedQuery(text, dialect: row.dialect).query == query, "\(row.query) as \(text)")
    }
  }

  @Test func thereAreMany() throws {
    let rows = try rows()
    #expect(rows.count >= 300)
    for dialect in Dialect.allCases { #expect(rows.count { $0.dialect == dialect } >= 30) }
  }
}
