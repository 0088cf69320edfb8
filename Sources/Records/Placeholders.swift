public import Titer

/// The records of one file.
public struct RecordFile {
  /// The format of the file.
  public let format: RecordFormat
  var reader: any RecordReader
  let input: Input
  /// The bytes read.
  public var bytesRead: Int { 0 }
  /// The bytes on disk.
  public var totalBytes: Int? { nil }

  /// Opens a file.
  public init(path: String, format: RecordFormat? = nil) throws(ReadError) {
    input = try Input(path: path)
    self.format = .jsonLines
    reader = try JSONLinesReader(input)
  }

  /// The next event.
  public mutating func next() throws(ReadError) -> ReadEvent? { try reader.next() }
}

extension Document {
  /// The record as the engine sees it.
  public init(_ record: Record, stored: [UInt8]) {
    self.init(id: record.id, title: record.title, abstract: record.abstract.map(\.text).joined(separator: " "), stored: stored)
  }
}

/// Writes RIS.
public struct RISWriter: RecordWriter {
  /// Nothing.
  public let preamble = ""
  /// A writer.
  public init() {}
  /// Writes.
  public func write(_ record: Record, to output: inout String) {}
}

/// Writes CSV.
public struct CSVWriter: RecordWriter {
  /// Nothing.
  public let preamble = ""
  /// A writer.
  public init() {}
  /// Writes.
  public func write(_ record: Record, to output: inout String) {}
}

/// Writes BibTeX.
public struct BibTeXWriter: RecordWriter {
  /// Nothing.
  public let preamble = ""
  /// A writer.
  public init() {}
  /// Writes.
  public func write(_ record: Record, to output: inout String) {}
}

/// Writes MEDLINE.
public struct MEDLINEWriter: RecordWriter {
  /// Nothing.
  public let preamble = ""
  /// A writer.
  public init() {}
  /// Writes.
  public func write(_ record: Record, to output: inout String) {}
}
