internal import CZstd

/// Compresses contents, each into a frame of its own, with one context and one dictionary.
@safe final class ZstdCompressor {
  private let context: OpaquePointer
  private var frame: [UInt8] = []

  /// A compressor of a level, with the bytes of a dictionary or none.
  init(level: Int32, dictionary: [UInt8] = []) {
    guard let made = unsafe ZSTD_createCCtx() else { preconditionFailure("no memory to compress with") }
    unsafe context = made
    unsafe Self.require(ZSTD_CCtx_setParameter(made, ZSTD_c_compressionLevel, level))
    // The reader knows the dictionary; its number would cost 4 bytes a frame.
    unsafe Self.require(ZSTD_CCtx_setParameter(made, ZSTD_c_dictIDFlag, 0))
    // 4 bytes by which an intact frame is known among damaged ones.
    unsafe Self.require(ZSTD_CCtx_setParameter(made, ZSTD_c_checksumFlag, 1))
    unsafe dictionary.withUnsafeBytes {
      unsafe Self.require(ZSTD_CCtx_loadDictionary(made, $0.baseAddress, $0.count))
    }
  }

  deinit { unsafe ZSTD_freeCCtx(context) }

  /// `content` as one frame that tells its size, without ``Zstd/magic``.
  func compress(_ content: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(content.count)
    if frame.count < bound { frame = Array(repeating: 0, count: bound) }
    let size = unsafe content.withUnsafeBytes { content in
      unsafe frame.withUnsafeMutableBytes {
        unsafe ZSTD_compress2(context, $0.baseAddress, $0.count, content.baseAddress, content.count)
      }
    }
    Self.require(size)
    defer { if frame.count > 1 << 20 { frame = [] } }
    return Array(frame[Zstd.magic.count..<size])
  }

  private static func require(_ result: Int) {
    precondition(ZSTD_isError(result) == 0, "zstd compresses any bytes into its own bound")
  }
}

extension Zstd {
  /// A dictionary of at most `size` bytes trained on samples, or nothing when they are too few or have nothing in common.
  ///
  /// - Complexity: O(bytes of the samples), about 0.1 s a MiB; 6 MB of memory.
  static func trainDictionary(_ samples: [[UInt8]], size: Int) -> [UInt8] {
    let joined = Array(samples.joined())
    let sizes = samples.map(\.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { dictionary, count in
      let result = unsafe joined.withUnsafeBytes { joined in
        unsafe sizes.withUnsafeBufferPointer { sizes in
          unsafe ZDICT_trainFromBuffer(
            dictionary.baseAddress, size, joined.baseAddress, sizes.baseAddress, UInt32(sizes.count))
        }
      }
      count = ZDICT_isError(result) == 0 ? result : 0
    }
  }
}
