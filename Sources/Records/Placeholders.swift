public import Titer

/// The records of one file.
public struct RecordFile {
  /// The format of the file.
  public let format: RecordFormat
  /// The bytes read.
  public var bytesRead: Int { 0 }
  /// The bytes on disk.
  public var totalBytes: Int? { nil }

  /// Opens a file.
  public init(path: String, format: RecordFormat? = nil) throws(ReadError) {
    throw .unknownFormat(file: path, beginning: "")
  }

  /// The next event.
  public mutating func next() throws(ReadError) -> ReadEvent? { nil }
}

/// Reads JSON Lines.
public struct JSONLinesReader: RecordReader {
  /// Reads `input`.
  public init(_ input: Input) throws(ReadError) {}

  /// The next event.
  public mutating func next() throws(ReadError) -> ReadEvent? { nil }
}

extension Input {
  /// Opens a file.
  public convenience init(path: String) throws(ReadError) {
    self.init(name: path, bytes: [])
  }
}

extension Record {
  /// The stored form.
  public var storedBytes: [UInt8] { [] }

  /// Reads the stored form.
  public init(storedBytes: [UInt8]) throws {
    self.init(format: .ris)
  }
}

extension Document {
  /// The record as the engine sees it.
  public init(_ record: Record, stored: [UInt8]) {
    self.init(id: record.id, title: record.title, stored: stored)
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

/// Writes JSON Lines.
public struct JSONLinesWriter: RecordWriter {
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
