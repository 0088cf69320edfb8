import Glibc
import Titer

/// A file of records that a command was given.
struct InputFile: Equatable {
  /// The path as the user gave it, or below the folder that the user gave; `"-"` is standard input.
  var path: String
  /// Its bytes on disk, where that can be told before it is read.
  var size: Int?
  /// Whether it was met in a folder: then it is no error when it holds no records.
  var isFromFolder = false

  /// The files that `paths` name, folders replaced by the files in them, down to the last folder, in order of their paths.
  ///
  /// - Throws: ``Failure`` with every path that isn't there, so that no work begins in vain.
  static func resolve(_ paths: [String]) throws -> [InputFile] {
    var files: [InputFile] = []
    var faults: [String] = []
    for path in paths {
      do throws(Failure) {
        files += try resolve(path)
      } catch {
        faults.append(error.description)
      }
    }
    if paths.count(where: { $0 == "-" }) > 1 { faults.append("-: standard input can be read only once") }
    guard faults.isEmpty else { throw Failure(faults.joined(separator: "\n")) }
    return files
  }

  private static func resolve(_ path: String) throws(Failure) -> [InputFile] {
    guard path != "-" else { return [InputFile(path: path)] }
    var status = stat()
    guard unsafe stat(path, &status) == 0, unsafe access(path, R_OK) == 0 else {
      throw Failure("\(path): can't open: \(systemReason())")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return try files(below: path)
    case S_IFREG: return [InputFile(path: path, size: Int(status.st_size))]
    default: return [InputFile(path: path)]
    }
  }

  /// The regular files below a folder, hidden ones and those of indexes left out; folders behind symbolic links are not entered.
  private static func files(below folder: String) throws(Failure) -> [InputFile] {
    var files: [InputFile] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR && !isIndex(path) { folders.append(path) }
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        files.append(InputFile(path: path, size: Int(status.st_size), isFromFolder: true))
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether a folder is an index, made beside the files that it was made of.
  private static func isIndex(_ folder: String) -> Bool {
    (try? Index(path: folder)) != nil
  }

  private static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw Failure("\(folder): can't open: \(systemReason())") }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name ends with a zero byte; the array that C declares for it says nothing of its length.
      let start = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      names.append(unsafe String(cString: start.assumingMemoryBound(to: CChar.self)))
    }
    return names
  }
}
