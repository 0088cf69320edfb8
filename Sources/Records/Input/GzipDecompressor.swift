import CZlib

/// Gzip (RFC 1952), any number of members one after another, zero padding between and after them.
@safe final class GzipDecompressor: Decompressor {
  let name = "gzip"
  private(set) var isBetweenFrames = true
  private(set) var fault: String?
  /// On the heap because zlib's state points back to it.
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzipOnly: CInt = 15 + 16
    let status = unsafe inflateInit2_(stream, gzipOnly, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    if status != Z_OK { fault = "zlib could not start (\(status))" }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  func decode(_ input: inout ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    if isBetweenFrames { input = input.drop { $0 == 0 } }
    guard fault == nil, !(isBetweenFrames && input.isEmpty) else { return [] }
    if isBetweenFrames { unsafe inflateReset(stream) }
    return unsafe [UInt8](unsafeUninitializedCapacity: limit) { output, count in
      unsafe count = inflate(&input, into: output)
    }
  }

  private func inflate(_ input: inout ArraySlice<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = CUnsignedInt(output.count)
    let status = unsafe input.withUnsafeBufferPointer { bytes in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      unsafe stream.pointee.avail_in = CUnsignedInt(bytes.count)
      return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    }
    input = unsafe input.suffix(Int(stream.pointee.avail_in))
    note(status)
    return unsafe output.count - Int(stream.pointee.avail_out)
  }

  /// Z_BUF_ERROR only says that there was nothing to do.
  private func note(_ status: CInt) {
    isBetweenFrames = status == Z_STREAM_END
    guard status != Z_OK, status != Z_STREAM_END, status != Z_BUF_ERROR else { return }
    fault = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib’s error \(status)"
  }
}
