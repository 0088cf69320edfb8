import CZlib
import CZstd
import Glibc
import Records

/// A way to compress a sample.
enum Compression {
  case gzip
  case zstandard

  /// One member or frame of `bytes`.
  func compress(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .gzip: gzipped(bytes)
    case .zstandard: zstandardised(bytes)
    }
  }

  private func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var stream = unsafe z_stream()
    let size = unsafe CInt(MemoryLayout<z_stream>.size)
    unsafe deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { unsafe deflateEnd(&stream) }
    let count = bytes.count
    return unsafe bytes.withUnsafeMutableBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: count + 1024) { output, written in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = CUnsignedInt(count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = CUnsignedInt(output.count)
        unsafe deflate(&stream, Z_FINISH)
        written = unsafe output.count - Int(stream.avail_out)
      }
    }
  }

  private func zstandardised(_ bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, written in
      written = unsafe ZSTD_compress(output.baseAddress, bound, bytes, bytes.count, 3)
    }
  }
}

/// A file that goes when its owner does.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    var template = [CChar]("/tmp/titer-test-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let written = unsafe write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count else { throw ReadError.system(file: path, operation: "write", reason: "\(errno)") }
  }

  deinit {
    unsafe unlink(path)
  }
}

extension Input {
  /// Everything that is left.
  func readAll() throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let chunk = try next(), !chunk.isEmpty { bytes += chunk }
    return bytes
  }
}
