/// Why an index can't be opened, read or written.
public enum IndexError: Error, Equatable, CustomStringConvertible {
  /// The system refused: what was tried, on which path, in the system's own words.
  case system(operation: String, path: String, reason: String)
  /// There is no index in the folder.
  case missing(path: String)
  /// Another process is writing to the index, `holder` if that is known: “process 4242 (titer)”.
  case locked(path: String, holder: String?)
  /// A file doesn't hold what it must: the file, what was expected and what was found.
  case corrupt(path: String, expected: String, found: String)
  /// The index was made by another version of the format.
  case unsupportedVersion(path: String, found: Int, supported: Int)
  /// The index was made by an analysis chain that isn't known: its name and those that are.
  case unknownAnalysis(path: String, found: String, known: [String])
  /// A document that can't be indexed, and why.
  case invalidDocument(id: String, reason: String)
  /// A term of an inverted collection that can't be indexed, and why.
  case invalidTerm(term: String, reason: String)
  /// An inverted collection was to be added to an index that has documents.
  case notNew(path: String)
  /// What was asked for needs to know where words stand, and the index doesn't.
  case withoutPositions(path: String)

  /// What happened, where, and what to do.
  public var description: String {
    switch self {
    case .system(let operation, let path, let reason):
      "\(path): can't \(operation): \(reason)"
    case .missing(let path):
      "\(path): expected an index, found none; make one with `titer index FILE… -o \(path)`"
    case .locked(let path, let holder):
      "\(path): \(holder ?? "another process") is writing to this index; wait for it to end and try again"
    case .corrupt(let path, let expected, let found):
      "\(path): expected \(expected), found \(found); the index is damaged: `titer check` says what of it, and "
        + "`titer repair` makes another of what is intact"
    case .unsupportedVersion(let path, let found, let supported):
      if found > supported {
        "\(path): expected format version \(supported), found the newer version \(found); search it with the titer that made "
          + "it, or a later one"
      } else if FileEnvelope.salvaged.contains(UInt32(clamping: found)) {
        "\(path): expected format version \(supported), found the older version \(found); `titer rebuild` makes a new index "
          + "of the records that this one stores"
      } else {
        "\(path): expected format version \(supported), found the older version \(found); make the index again from its sources"
      }
    case .unknownAnalysis(let path, let found, let known):
      "\(path): expected one of the analysis chains \(known.joined(separator: ", ")), found “\(found)”; if that is another "
        + "version of one of them, `titer rebuild` makes a new index of the records that this one stores; if it is a "
        + "program's own chain, give it to Index(path:chains:) or IndexWriter(path:chain:)"
    case .invalidDocument(let id, let reason):
      "document “\(Self.shortened(id))” can't be indexed: \(reason)"
    case .invalidTerm(let term, let reason):
      "term “\(Self.shortened(term))” can't be indexed: \(reason)"
    case .notNew(let path):
      "\(path): expected a new index, found one that has documents; an inverted collection makes an index of its own: name "
        + "another folder"
    case .withoutPositions(let path):
      "\(path): expected an index that knows where words stand, as phrases, words near each other and new documents need it, "
        + "found one of an inverted collection; ask for words, or make an index of the records themselves"
    }
  }

  /// A name as far as a message has room for it.
  private static func shortened(_ name: String) -> String { name.count > 80 ? "\(name.prefix(80))…" : name }
}
