import Records
import TestSupport

/// The files of real data, which are no part of the package.
enum SharedFiles {
  /// The paths of all files below `folder` of the formats' data; none where the data is absent.
  static func paths(in folder: String) -> [String] {
    guard let data = SharedData.folder else { return [] }
    return Files.below("\(data)/formats/\(folder)")
  }

  static func bytes(of path: String) throws -> [UInt8] {
    try Input(path: path).readAll()
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
