#if canImport(Glibc)
  private import Glibc
#endif

/// Real files to read in tests, kept beside the package and not part of it.
public enum SharedData {
  /// The folder of the files, or `nil` where it is missing.
  public static let folder: String? = {
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    let folder = path + "/shared/data"
    return unsafe access(folder, R_OK) == 0 ? folder : nil
  }()
}
