import CZstd

/// Zstandard (RFC 8878), any number of frames one after another.
@safe final class ZstandardDecompressor: Decompressor {
  let name = "zstd"
  private(set) var isBetweenFrames = true
  private(set) var fault: String?
  private let stream: OpaquePointer?

  init() {
    unsafe stream = ZSTD_createDStream()
    if unsafe stream == nil { fault = "zstd could not start" }
  }

  deinit {
    unsafe ZSTD_freeDStream(stream)
  }

  func decode(_ input: inout ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    guard fault == nil, !(isBetweenFrames && input.isEmpty) else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: limit) { output, count in
      unsafe count = decompress(&input, into: output)
    }
  }

  private func decompress(_ input: inout ArraySlice<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let (status, used) = unsafe input.withUnsafeBufferPointer { bytes in
      var origin = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      let status = unsafe ZSTD_decompressStream(stream, &target, &origin)
      return (status, unsafe origin.pos)
    }
    input = input.dropFirst(used)
    note(status)
    return unsafe target.pos
  }

  private func note(_ status: Int) {
    isBetweenFrames = status == 0
    if ZSTD_isError(status) != 0 { fault = unsafe String(cString: ZSTD_getErrorName(status)) }
  }
}
