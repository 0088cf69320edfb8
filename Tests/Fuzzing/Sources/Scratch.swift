import Glibc
import Titer

/// Files for code that reads none but those of a file system.
enum Scratch {
  /// The folder that the environment variable `FUZZ_FOLDER` names, which `run` makes and removes.
  private static let root = unsafe getenv("FUZZ_FOLDER").map { unsafe String(cString: $0) } ?? "/tmp"

  /// A folder of its own for this process, made on the first call.
  static func folder(_ name: String) -> String {
    let path = "\(root)/\(name)-\(getpid())"
    _ = demandNoError("a folder can be made") { () throws(IndexError) in try DiskStorage.creating(path: path) }
    return path
  }

  /// Writes a file of a folder, in place of any other of its name.
  static func write(_ name: String, _ bytes: [UInt8], in folder: String) {
    demandNoError("a file can be written") { () throws(IndexError) in
      let file = try DiskStorage(path: folder).create(name)
      try file.write(bytes.span)
      try file.finish()
    }
  }

  /// The bytes of a file of a folder.
  static func read(_ name: String, in folder: String) -> [UInt8] {
    demandNoError("a file can be read") { () throws(IndexError) in
      let region = try FileRegion(path: "\(folder)/\(name)")
      return unsafe region.bytes.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }
  }
}
