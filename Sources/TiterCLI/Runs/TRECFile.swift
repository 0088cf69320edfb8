import Evaluation
import Records

/// A file of judgements or of a run, as it is or compressed; `-` is standard input.
enum TRECFile {
  /// Reads judgements.
  static func qrels(_ path: String) throws -> Qrels {
    try read(path) { bytes throws(TRECError) in try Qrels(utf8: bytes) }
  }

  /// Reads a run.
  static func run(_ path: String) throws -> Run {
    try read(path) { bytes throws(TRECError) in try Run(utf8: bytes) }
  }

  /// Makes something of a file's bytes; errors name file and line.
  private static func read<Value>(_ path: String, _ make: ([UInt8]) throws(TRECError) -> Value) throws -> Value {
    let input = try Input(path: path)
    var bytes = try input.next()
    while case let more = try input.next(), !more.isEmpty { bytes += more }
    if let damage = input.takeWarnings().first { throw Failure("\(damage)") }
    do throws(TRECError) {
      return try make(bytes)
    } catch {
      let remedy = error.remedy.map { "; \($0)" } ?? ""
      throw Failure("\(input.name):\(error.line): expected \(error.expected), found \(error.found)\(remedy)")
    }
  }
}
