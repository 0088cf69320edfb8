import Records
import TestSupport
import Testing

/// Reads every file of real exports and of other projects' tests, some broken on purpose, through the front door.
@Suite(.enabled(if: SharedData.folder != nil, "there is no ../shared/data beside the package"))
struct SharedFoldersTests {
  /// What came of the files of a folder.
  struct Tally: Equatable {
    var files = 0
    /// Files whose format can't be told, as they hold something else.
    var unknown = 0
    var records = 0
    var skipped = 0
    var warned = 0

    init(_ files: Int, unknown: Int = 0, records: Int, skipped: Int = 0, warned: Int = 0) {
      self.files = files
      self.unknown = unknown
      self.records = records
      self.skipped = skipped
      self.warned = warned
    }

    init(_ paths: [String]) throws {
      files = paths.count
      for path in paths {
        do {
          let reading = try Reading(RecordFile(path: path))
          records += reading.records.count
          skipped += reading.skipped.count
          warned += reading.warnings.count
        } catch ReadError.unknownFormat {
          unknown += 1
        }
      }
    }
  }

  @Test(arguments: [
    ("bibtex", Tally(221, unknown: 4, records: 1_965, skipped: 1, warned: 6)),
    ("csv", Tally(23, records: 3_196, skipped: 1, warned: 1)),
    ("endnote_xml", Tally(11, records: 2_480)),
    ("jats", Tally(130, unknown: 31, records: 99)),
    ("nbib", Tally(10, records: 121, warned: 6)),
    ("other_xml", Tally(77, unknown: 75, records: 3)),
    ("pubmed_xml", Tally(16, records: 17, skipped: 2)),
    ("ris", Tally(69, records: 2_484, skipped: 4, warned: 72)),
    ("wos_isi", Tally(10, unknown: 1, records: 533)),
  ])
  func everyFileIsReadToItsEnd(_ folder: String, _ expected: Tally) throws {
    let root = try #require(SharedData.folder)
    let found = try Tally(Files.below("\(root)/formats/\(folder)"))
    #expect(found == expected, "\(folder)")
  }

  /// The fields that exports of one library must agree on.
  private struct Core: Hashable {
    let title: String
    let doi: String
    let year: Int?
    var abstract: String

    init(_ record: Record) {
      title = record.title
      doi = record.doi
      year = record.year
      abstract = record.abstract.map(\.text).joined(separator: " ")
    }

    var withoutAbstract: Core {
      var core = self
      core.abstract = ""
      return core
    }
  }

  private func cores(_ path: String) throws -> [Core] {
    let root = try #require(SharedData.folder)
    return try Reading(RecordFile(path: "\(root)/formats/\(path)")).records.map(Core.init)
  }

  /// Two exports of one library, and how many of its abstracts the exports themselves give differently: in one the
  /// BibTeX has `--`, which is an en dash there; in three the XML lost what stood between `<` and `>`.
  @Test(arguments: [
    ("ris/asysd/zotero_export.ris", "bibtex/asysd/zotero_export.bib", 1_000, 1),
    ("csv/asysd/zotero_export.csv", "endnote_xml/asysd/zotero_export.xml", 1_233, 3),
  ])
  func exportsOfOneLibraryAgree(_ left: String, _ right: String, _ count: Int, _ different: Int) throws {
    let (left, right) = (try cores(left), try cores(right))
    #expect(left.count == count && right.count == count)
    #expect(Set(left.map(\.withoutAbstract)) == Set(right.map(\.withoutAbstract)))
    #expect(Set(left).subtracting(right).count == different)
    #expect(Set(right).subtracting(left).count == different)
  }
}
