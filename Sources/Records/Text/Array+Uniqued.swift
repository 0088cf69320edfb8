extension [String] {
  /// The elements without those that came before, in order.
  func uniqued() -> [String] {
    guard count <= Self.few else {
      var seen: Set<String> = []
      return filter { seen.insert($0).inserted }
    }
    var unique: [String] = []
    for element in self where !unique.contains(element) { unique.append(element) }
    return unique
  }

  /// So few are compared faster than hashed.
  private static var few: Int { 24 }
}
