extension Target {
  /// What an index is made of, and the making of one.
  static let index = [
    Target(name: "segment", run: readSegment),
    Target(name: "manifest", run: readManifest),
    Target(name: "deletions", run: readDeletions),
    Target(name: "salvage", run: salvage),
    Target(name: "indexing", run: indexDocuments),
    Target(name: "ciff", run: readCIFF),
  ]
}
