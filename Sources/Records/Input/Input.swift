/// The bytes of one file, of standard input, or of memory, decompressed.
///
/// Compression (gzip, zstd) is told by the first bytes, never by the name. Memory stays constant, however long the
/// input is. A compressed input that breaks off gives every byte before the break, then a warning.
public final class Input {
  /// The name as the user gave it; `"<stdin>"` for `-`.
  public let name: String
  /// How many bytes there are as stored (compressed, that is), or `nil` for a pipe.
  public let totalBytes: Int?
  /// How many bytes, as stored, have been read so far.
  public private(set) var bytesRead = 0

  private let source: any ByteSource
  private var decompressor: (any Decompressor)?
  private var hasBegun = false
  private var isAtEnd = false
  /// Read from the source and not yet decoded.
  private var stored: ArraySlice<UInt8> = []
  /// Decoded and not yet handed out.
  private var pending: [UInt8] = []
  private var warnings: [Diagnostic] = []

  private static let peekSize = 64 << 10
  private static let chunkSize = 256 << 10

  /// Opens the file at `path`, or standard input for `-`.
  public convenience init(path: String) throws(ReadError) {
    self.init(name: path == "-" ? "<stdin>" : path, source: try FileSource(path: path))
  }

  /// Bytes in memory, as if they were a file's.
  public convenience init(name: String, bytes: [UInt8]) {
    self.init(name: name, source: MemorySource(bytes))
  }

  private init(name: String, source: any ByteSource) {
    self.name = name
    self.source = source
    totalBytes = source.totalBytes
  }

  /// The first bytes, at most 64 KiB, without consuming them.
  ///
  /// They are fewer only when the input is shorter. It is meant for the beginning, before the first `next`.
  package func peek() throws(ReadError) -> ArraySlice<UInt8> {
    while pending.count < Self.peekSize {
      let more = try decode(Self.peekSize - pending.count)
      guard !more.isEmpty else { break }
      pending += more
    }
    return pending.prefix(Self.peekSize)
  }

  /// The next bytes, at most 256 KiB; empty at the end.
  package func next() throws(ReadError) -> [UInt8] {
    guard pending.isEmpty else {
      defer { pending = [] }
      return pending
    }
    return try decode(Self.chunkSize)
  }

  /// Notes something odd about the input as a whole, for whoever reads it to report.
  package func warn(_ diagnostic: Diagnostic) {
    warnings.append(diagnostic)
  }

  /// What was noted since the last call.
  ///
  /// Whoever drives a reader calls it after each of the reader's events and once more at the end.
  package func takeWarnings() -> [Diagnostic] {
    defer { if !warnings.isEmpty { warnings = [] } }
    return warnings
  }
}

extension Input {
  private func decode(_ limit: Int) throws(ReadError) -> [UInt8] {
    if !hasBegun { try begin() }
    guard let decompressor else { return try storedBytes(limit) }
    while !isAtEnd {
      let isExhausted = try !refill()
      let bytes = decompressor.decode(&stored, limit: limit)
      if decompressor.fault != nil || (isExhausted && bytes.isEmpty) { finish(decompressor) }
      if !bytes.isEmpty { return bytes }
    }
    return []
  }

  /// Reads enough to tell the compression, which from a pipe may take several reads.
  private func begin() throws(ReadError) {
    hasBegun = true
    while stored.count < 4 {
      let more = try read(Self.chunkSize)
      guard !more.isEmpty else { break }
      stored += more
    }
    decompressor = makeDecompressor(for: stored)
  }

  private func storedBytes(_ limit: Int) throws(ReadError) -> [UInt8] {
    guard !stored.isEmpty else { return try read(limit) }
    defer { stored = stored.dropFirst(limit) }
    return [UInt8](stored.prefix(limit))
  }

  /// Whether any stored bytes are there to decode.
  private func refill() throws(ReadError) -> Bool {
    if stored.isEmpty { stored = try read(Self.chunkSize)[...] }
    return !stored.isEmpty
  }

  private func read(_ limit: Int) throws(ReadError) -> [UInt8] {
    let bytes = try source.read(limit)
    bytesRead += bytes.count
    return bytes
  }

  private func finish(_ decompressor: any Decompressor) {
    isAtEnd = true
    guard decompressor.isDamaged else { return }
    let cause = decompressor.fault.map { "damaged data (\($0))" } ?? "its end"
    warn(
      Diagnostic(
        file: name, line: 0, expected: "whole \(decompressor.name) data",
        found: "\(cause) at about byte \(bytesRead - stored.count)",
        remedy: "what stands before that was read; fetch or compress the file again for the rest"))
  }
}
