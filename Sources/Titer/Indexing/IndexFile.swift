/// A file that an index makes itself, and may remove when no manifest names it.
enum IndexFile: Equatable {
  /// A segment's file.
  case segment(Int)
  /// The deletions of a segment that a commit wrote.
  case deletions(segment: Int, commit: Int)
  /// A manifest that isn't in its place yet.
  case nextManifest

  /// The file of a name; `nil` when an index makes none of that name.
  init?(name: String) {
    if name == IndexFile.nextManifest.name {
      self = .nextManifest
      return
    }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().compactMap { Int($0) }
    switch (parts[0], numbers.count) {
    case ("segment", 1): self = .segment(numbers[0])
    case ("deletions", 2): self = .deletions(segment: numbers[0], commit: numbers[1])
    default: return nil
    }
    // Not “segment-01”.
    guard self.name == name else { return nil }
  }

  /// Whether it is a segment's.
  var isSegment: Bool { if case .segment = self { true } else { false } }

  /// The file's name.
  var name: String {
    switch self {
    case .segment(let number): "segment-\(number)"
    case .deletions(let segment, let commit): "deletions-\(segment)-\(commit)"
    case .nextManifest: "manifest.next"
    }
  }
}
