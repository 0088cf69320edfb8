import Glibc
import Records
import TestSupport

/// The files of real data, which are no part of the package.
enum SharedFiles {
  /// The paths of all files below `folder` of the formats' data; none where the data is absent.
  static func paths(in folder: String) -> [String] {
    guard let data = SharedData.folder else { return [] }
    return files(below: "\(data)/formats/\(folder)").sorted()
  }

  private static func files(below path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [path] }
    defer { unsafe closedir(folder) }
    var found: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { found += files(below: "\(path)/\(name)") }
    }
    return found
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
