import ArgumentParser
import Glibc
import Titer

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The index's folder; else the environment's TITER_INDEX.", valueName: "folder"),
    completion: .directory)
  var index: String?

  /// The index's folder.
  ///
  /// - Throws: ``Failure`` when neither the option nor the environment names one.
  func path() throws -> String {
    try indexPath(index, option: "--index")
  }

  /// Whether the option or the environment names one.
  var given: Bool { index != nil || environment("TITER_INDEX") != nil }

  /// Opens the index.
  func open() throws -> Index {
    try Index(path: path())
  }
}

/// The folder given, or else the environment's.
func indexPath(_ given: String?, option: String) throws -> String {
  guard let path = given ?? environment("TITER_INDEX"), !path.isEmpty else {
    throw Failure("expected the folder of an index, found none; name it with \(option) or in TITER_INDEX")
  }
  var status = stat()
  guard unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR else {
    throw Failure("\(path): expected the folder of an index, found a file; an index is a folder of its own")
  }
  return path
}
