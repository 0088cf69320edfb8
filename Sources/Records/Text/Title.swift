/// Titles as records print them.
enum Title {
  /// `"Title: sub-title"` from its two parts, either of which may be missing; a sub-title that ends the title already
  /// isn't repeated.
  static func joined(_ title: String, _ subtitle: String) -> String {
    if title.isEmpty || subtitle.isEmpty { return title + subtitle }
    if title.hasSuffix(subtitle) { return title }
    return title.hasSuffix(":") ? "\(title) \(subtitle)" : "\(title): \(subtitle)"
  }
}
