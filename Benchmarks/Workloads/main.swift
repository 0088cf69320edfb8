// Throughput of reading records and of indexing, on the sample corpus repeated to a size where time can be told.
//
//     make bench

import Foundation
import Records
import Titer

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
let folder = FileManager.default.temporaryDirectory.appending(
  path: "titer-workloads-\(ProcessInfo.processInfo.processIdentifier)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

/// Goes through all records of a file and returns how many there are.
func read(_ file: URL, each body: (Record) throws -> Void = { _ in }) throws -> Int {
  var input = try RecordFile(path: file.path)
  var count = 0
  while let event = try input.next() {
    guard case .record(let record) = event else { continue }
    try body(record)
    count += 1
  }
  return count
}

/// Writes `unit` between `head` and `tail` as often as it takes to reach `size` bytes.
func repeated(_ unit: Data, head: String = "", tail: String = "", size: Int, as name: String) throws -> URL {
  let (file, handle) = try created(name)
  handle.write(Data(head.utf8))
  for _ in 0...(size / unit.count) { handle.write(unit) }
  handle.write(Data(tail.utf8))
  try handle.close()
  return file
}

/// A new file to write to; nothing is gathered in memory, whose peak is measured.
func created(_ name: String) throws -> (URL, FileHandle) {
  let file = folder.appending(path: name)
  try Data().write(to: file)
  return (file, try FileHandle(forWritingTo: file))
}

/// Writes up to 100,000 records of a file, each under an identifier of its own.
func written(_ file: URL, with format: some RecordWriter, as name: String) throws -> URL {
  let (output, handle) = try created(name)
  var text = format.preamble
  var count = 0
  _ = try read(file) { record in
    guard count < 100_000 else { return }
    count += 1
    var record = record
    record.id = "d\(count)"
    format.write(record, to: &text)
    guard text.utf8.count > 1 << 20 else { return }
    handle.write(Data(text.utf8))
    text = ""
  }
  handle.write(Data(text.utf8))
  try handle.close()
  return output
}

/// The part of an XML file from its first `<PubmedArticle>` to the end tag of the set.
func articles(of file: URL) throws -> Data {
  let text = try String(contentsOf: file, encoding: .utf8)
  guard let start = text.range(of: "<PubmedArticle>"), let end = text.range(of: "</PubmedArticleSet>") else {
    preconditionFailure("\(file.path) is no set of articles")
  }
  return Data(text[start.lowerBound..<end.lowerBound].utf8)
}

func size(of file: URL) throws -> Int {
  try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
}

var measurements: [Measurement] = []
@MainActor
func measure(_ name: String, _ file: URL, _ work: () throws -> Int) throws {
  measurements.append(try .of(name, bytes: size(of: file), work))
  FileHandle.standardError.write(Data("\(name): \(Int(measurements.last?.megabytesPerSecond ?? 0)) MB/s\n".utf8))
}

let corpus = root.appending(path: "corpus")
let xml = try repeated(
  articles(of: corpus.appending(path: "pubmed.xml")), head: "<PubmedArticleSet>", tail: "</PubmedArticleSet>\n",
  size: 200 << 20, as: "pubmed.xml")
try measure("read PubMed XML", xml) { try read(xml) }

let ris = try repeated(
  Data(contentsOf: corpus.appending(path: "records.ris")), size: 200 << 20, as: "records.ris")
try measure("read RIS", ris) { try read(ris) }

let entries = try written(ris, with: MEDLINEWriter(), as: "records.nbib")
try measure("read MEDLINE", entries) { try read(entries) }

let lines = try written(ris, with: JSONLinesWriter(), as: "records.jsonl")
try measure("read JSON Lines", lines) { try read(lines) }

try measure("index JSON Lines", lines) {
  let index = folder.appending(path: "index").path
  try? FileManager.default.removeItem(atPath: index)
  var writer = try IndexWriter(path: index, chain: .english)
  let count = try read(lines) { try writer.add(Document($0, stored: $0.storedBytes)) }
  try writer.commit()
  return count
}

let report = Report(measurements)
print(report.page)
let results = root.appending(path: "Benchmarks/Results")
try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
try report.write(to: results)
