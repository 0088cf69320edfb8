import Titer

/// What commands say that have changed an index.
enum IndexSize {
  /// A line of how much the index has now.
  static func text(_ path: String) throws -> String {
    let statistics = try Index(path: path).statistics
    return "\(shown(path)): \(Figures.count(statistics.documents, "record")), \(Figures.bytes(statistics.bytes))\n"
  }
}
