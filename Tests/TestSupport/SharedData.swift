import Glibc

/// Real data next to the package, not part of it.
public enum SharedData {
  /// The folder of the data with its slash-less path, or `nil` if it isn't there; tests that need it are skipped then.
  public static let folder: String? = {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(package)/../shared/data"
    return unsafe access(folder, R_OK) == 0 ? folder : nil
  }()
}
