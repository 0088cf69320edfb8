internal import CZstd
internal import Synchronization

/// Whole zstd frames in memory.
enum Zstd {
  /// The most content that a frame may claim: what is larger is taken for damage.
  private static let largestContent = 1 << 31
  /// The first bytes of every frame, which are not stored.
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// Whether a frame without its magic has a checksum of its content, by which damage is told (RFC 8878, 3.1.1.1.1).
  static func isChecked(_ bytes: Span<UInt8>) -> Bool { !bytes.isEmpty && bytes[0] & 4 != 0 }

  /// The size of the first frame in bytes that begin behind its magic, that left out; `nil` where there is none.
  static func frameSize(_ bytes: Span<UInt8>) -> Int? {
    let frame = unsafe bytes.withUnsafeBufferPointer { unsafe magic + $0 }
    let size = unsafe frame.withUnsafeBytes { unsafe ZSTD_findFrameCompressedSize($0.baseAddress, $0.count) }
    return ZSTD_isError(size) == 0 ? size - magic.count : nil
  }

  /// The content of a frame without its magic, made with the same dictionary or without any.
  ///
  /// - Throws: ``FormatError`` for bytes that are no frame, or one of another dictionary where that shows.
  /// - Complexity: O(content), about 1 GB/s.
  static func decompress(_ bytes: Span<UInt8>, dictionary: ZstdDictionary? = nil) throws(FormatError) -> [UInt8] {
    let frame = unsafe bytes.withUnsafeBufferPointer { unsafe magic + $0 }
    let claimed = unsafe frame.withUnsafeBytes {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    guard claimed <= UInt64(largestContent) else {
      throw FormatError(expected: "a zstd frame", found: "other bytes")
    }
    let context = DecompressionContext.take()
    defer { context.giveBack() }
    var size = 0
    let content = unsafe [UInt8](unsafeUninitializedCapacity: Int(claimed)) { buffer, count in
      size = unsafe context.decompress(frame.span, into: UnsafeMutableRawBufferPointer(buffer), dictionary)
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    // Without content an error leaves as many bytes as are claimed.
    guard ZSTD_isError(size) == 0, content.count == claimed else {
      throw FormatError(expected: "a zstd frame of \(claimed) bytes of content", found: "another")
    }
    return content
  }
}

/// A zstd dictionary made ready for decompression; it never changes, and threads may share it.
@safe final class ZstdDictionary: Sendable {
  // Made by init, freed by deinit, and only read in between.
  nonisolated(unsafe) fileprivate let digested: OpaquePointer

  /// Digests the bytes of a dictionary, which are copied.
  ///
  /// - Throws: ``FormatError`` when they are none.
  /// - Complexity: O(bytes), about 10 µs for 64 KiB.
  init(_ bytes: [UInt8]) throws(FormatError) {
    let made = unsafe bytes.withUnsafeBytes { unsafe ZSTD_createDDict($0.baseAddress, $0.count) }
    guard let made = unsafe made else {
      throw FormatError(expected: "a zstd dictionary", found: "\(bytes.count) other bytes")
    }
    unsafe digested = made
  }

  deinit { unsafe ZSTD_freeDDict(digested) }
}

/// The memory that a decompression needs, about 160 KB, kept for the next one of any thread.
@safe private final class DecompressionContext: Sendable {
  private static let most = 16
  private static let idle = Mutex<[DecompressionContext]>([])
  // Used by one thread at a time: the one that took it.
  nonisolated(unsafe) private let context: OpaquePointer

  private init() {
    guard let made = unsafe ZSTD_createDCtx() else { preconditionFailure("no memory to decompress with") }
    unsafe context = made
  }

  deinit { unsafe ZSTD_freeDCtx(context) }

  /// One that nobody else uses till it is given back.
  static func take() -> DecompressionContext { idle.withLock { $0.popLast() } ?? DecompressionContext() }

  /// Leaves it to the next.
  func giveBack() {
    Self.idle.withLock { if $0.count < Self.most { $0.append(self) } }
  }

  /// Decompresses a frame and returns the size of its content or zstd's code for an error.
  func decompress(
    _ frame: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer, _ dictionary: ZstdDictionary?
  ) -> Int {
    unsafe frame.withUnsafeBytes {
      unsafe ZSTD_decompress_usingDDict(
        context, buffer.baseAddress, buffer.count, $0.baseAddress, $0.count, dictionary?.digested)
    }
  }
}
