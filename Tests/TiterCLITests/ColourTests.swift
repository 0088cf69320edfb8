import Foundation
import Glibc
import Testing

/// What a terminal is sent.
@Suite struct ColourTests {
  /// TIOCSPTLCK, TIOCGPTN and TIOCSWINSZ of <asm-generic/ioctls.h>, which Swift doesn't import.
  private let unlockRequest: UInt = 0x4004_5431
  private let numberRequest: UInt = 0x8004_5430
  private let sizeRequest: UInt = 0x5414

  /// Runs a search with a pseudo-terminal as its standard output, and returns what arrives there.
  private func search(_ environment: [String: String], columns: UInt16 = 0) throws -> String {
    let scratch = try Sample.indexed()
    let main = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    #expect(unsafe ioctl(main, unlockRequest, &isLocked) == 0 && ioctl(main, numberRequest, &number) == 0)
    defer { close(main) }
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    #expect(unsafe ioctl(main, sizeRequest, &size) == 0)
    let name = "/dev/pts/\(number)"
    let terminal = try FileHandle(forUpdating: URL(fileURLWithPath: name))
    let variables = environment.merging(["TITER_INDEX": "sample.idx"]) { given, _ in given }
    let run = try Titer(["search", "sleep"], in: scratch.url, environment: variables, terminal: terminal)
    #expect(run.code == 0)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(main, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  @Test func `matches are coloured on a terminal`() throws {
    let text = try search(["TERM": "xterm"])
    #expect(text.contains("\u{1B}[1;33mSleep\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;33msleep\u{1B}[0m"))
  }

  @Test(arguments: [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]])
  func `colours are left out on request`(environment: [String: String]) throws {
    let text = try search(environment)
    #expect(text.contains("Sleep and shift work"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `lines fit a narrow terminal`() throws {
    let lines = try search(["TERM": "dumb"], columns: 20).split(separator: "\r\n")
    #expect(lines.count > 8 && lines.allSatisfy { $0.count <= 20 }, "\(lines)")
  }

  @Test func `an empty NO_COLOR is no request`() throws {
    #expect(try search(["TERM": "xterm", "NO_COLOR": ""]).contains("\u{1B}"))
  }
}
