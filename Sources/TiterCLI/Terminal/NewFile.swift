import Glibc

/// A file that takes its place only when it is whole; until then, what was there stays.
struct NewFile: ~Copyable {
  private let path: String
  /// Where the bytes go meanwhile; `nil` when the path is no regular file (`/dev/null`, a pipe) and is written to directly.
  private let draft: String?
  /// What to write to.
  let descriptor: Int32

  /// Begins a file at `path`.
  init(path: String) throws {
    self.path = path
    var status = stat()
    let isSpecial = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    draft = isSpecial ? nil : "\(path).\(getpid()).tmp"
    descriptor = unsafe open(draft ?? path, isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw Failure("\(path): can't open for writing: \(systemReason())") }
  }

  deinit {
    close(descriptor)
    if let draft { unsafe unlink(draft) }
  }

  /// Puts the whole file in its place.
  func putInPlace() throws {
    guard let draft else { return }
    // Some file systems put a name in place before its bytes, unless these are on disk.
    guard fsync(descriptor) == 0, unsafe rename(draft, path) == 0 else {
      throw Failure("\(path): can't write: \(systemReason())")
    }
  }
}
