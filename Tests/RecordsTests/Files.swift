import Glibc

/// Files on disk, for tests.
enum Files {
  /// The paths of all files in and below a folder, sorted, hidden ones left out.
  static func below(_ path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [path] }
    defer { unsafe closedir(folder) }
    var found: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { found += below("\(path)/\(name)") }
    }
    return found.sorted()
  }
}
