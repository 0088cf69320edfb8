import Glibc
import Records
import TestSupport

/// The files of real data under one folder, and what a reader makes of them.
enum XMLFiles {
  /// The paths of all files below `folder` of the formats' data; none where the data is absent.
  static func paths(in folder: String) -> [String] {
    guard let data = SharedData.folder else { return [] }
    return Files.below("\(data)/formats/\(folder)")
  }

  static func bytes(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}

extension Reading {
  static func pubMed(_ bytes: [UInt8], name: String = "test.xml") throws -> Reading {
    try Reading(PubMedXMLReader(Input(name: name, bytes: bytes)))
  }

  static func jats(_ bytes: [UInt8], name: String = "test.xml") throws -> Reading {
    try Reading(JATSReader(Input(name: name, bytes: bytes)))
  }

  static func endNote(_ bytes: [UInt8], name: String = "test.xml") throws -> Reading {
    try Reading(EndNoteXMLReader(Input(name: name, bytes: bytes)))
  }
}

extension [UInt8] {
  init(_ text: String) {
    self = Array(text.utf8)
  }

  /// How often `text` stands in the bytes.
  func count(of text: String) -> Int {
    String(decoding: self, as: UTF8.self).split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
