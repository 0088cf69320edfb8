import Foundation
import Glibc
import Testing

/// A terminal that a command may write to and a test reads from.
final class PseudoTerminal {
  // TIOCSPTLCK, TIOCGPTN and TIOCSWINSZ of <asm-generic/ioctls.h>, which Swift doesn't import.
  private static let unlockRequest: UInt = 0x4004_5431
  private static let numberRequest: UInt = 0x8004_5430
  private static let sizeRequest: UInt = 0x5414
  private let main: Int32
  /// The command's end.
  let end: FileHandle

  /// A terminal of `columns`; 0 is a size that nobody has set.
  init(columns: UInt16) throws {
    main = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    try #require(
      unsafe ioctl(main, Self.unlockRequest, &isLocked) == 0 && ioctl(main, Self.numberRequest, &number) == 0)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe ioctl(main, Self.sizeRequest, &size) == 0)
    end = try FileHandle(forUpdating: URL(fileURLWithPath: "/dev/pts/\(number)"))
  }

  deinit { close(main) }

  /// What has arrived, waiting for it when that is nothing.
  func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe Glibc.read(main, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}
