import Foundation
import Material
@_spi(Benchmarks) import Titer

/// An open index of some documents of the generated corpus.
struct Collection {
  let index: Index
  let segment: MeasuredSegment

  /// Makes the index; its files are gone at once, and stay mapped.
  init(documents: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "titer-allocations-\(ProcessInfo.processInfo.processIdentifier)-\(documents)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try GeneratedCorpus.makeIndex(documents: documents, path: folder.path)
    index = try Index(path: folder.path)
    segment = try MeasuredSegment(path: folder.path)
  }
}
