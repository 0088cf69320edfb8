internal import Titer

/// Reads messages that lie behind their sizes.
struct MessageReader: ~Escapable {
  private let bytes: Span<UInt8>
  private let file: String
  /// Where the next message's size is.
  private(set) var offset: Int

  /// A reader of the bytes of `file` from `offset` on.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, file: String, offset: Int = 0) {
    self.bytes = bytes
    self.file = file
    self.offset = offset
  }

  /// How many bytes are yet to be read.
  var bytesLeft: Int { bytes.count - offset }

  /// The next message, which is `place` for errors.
  @_lifetime(self: copy self)
  mutating func next<M>(
    _ place: @autoclosure () -> String, _ read: (Span<UInt8>) throws(FormatError) -> M
  ) throws(CIFFError) -> M {
    let range = try nextRange(place())
    do throws(FormatError) {
      return try read(bytes.extracting(range))
    } catch {
      let what = "a message of CIFF in \(range.count) bytes at \(range.lowerBound), with \(error.expected)"
      throw self.error(place(), what, error.found)
    }
  }

  @_lifetime(self: copy self)
  private mutating func nextRange(_ place: @autoclosure () -> String) throws(CIFFError) -> Range<Int> {
    guard bytesLeft > 0 else { throw error(place(), "a message at \(offset)", "the end of the file") }
    var reader = ByteReader(bytes.extracting(offset...))
    guard let size = try? reader.varint() else {
      throw error(place(), "the size of a message at \(offset)", "other bytes")
    }
    let start = offset + reader.offset
    guard size <= bytes.count - start else {
      throw error(place(), "\(size) bytes at \(start)", "the end of the file after \(bytes.count - start)")
    }
    offset = start + size
    return start..<offset
  }

  private func error(_ place: String, _ expected: String, _ found: String) -> CIFFError {
    CIFFError(file: file, place: place, expected: expected, found: found)
  }
}
