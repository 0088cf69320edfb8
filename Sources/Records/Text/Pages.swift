/// Pages as records print them.
enum Pages {
  /// `"301-312"` from a first and a last page, either of which may be missing or hold the range already.
  static func range(_ first: String, _ last: String) -> String {
    if last.isEmpty || last == first || first.contains("-") { return first }
    return first.isEmpty ? last : "\(first)-\(last)"
  }
}
