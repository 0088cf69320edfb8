extension [String] {
  /// The elements without those that came before, in order.
  func uniqued() -> [String] {
    guard count <= Self.few else {
      var seen: Set<String> = []
      return filter { seen.insert($0).inserted }
    }
    guard let repeated = indices.first(where: { self[..<$0].contains(self[$0]) }) else { return self }
    var unique = Array(self[..<repeated])
    for element in self[repeated...] where !unique.contains(element) { unique.append(element) }
    return unique
  }

  /// So few are compared faster than hashed.
  private static var few: Int { 24 }
}
