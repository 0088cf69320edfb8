import Titer

/// Storage whose segments' files are laid out anew with space between the sections that must not be read.
///
/// The address sanitizer doesn't know where a section ends in a mapped file. Here it does, and each read behind an end, or before a
/// beginning, ends the process. A check of the whole segment finds fault with the space, and isn't of use.
final class GuardedStorage: Storage {
  private static let space = 4_096
  private let disk: DiskStorage
  /// The mappings that have forbidden bytes, and which those are.
  private let guarded = Guarded()

  private final class Guarded: @unchecked Sendable {
    // libFuzzer has one thread.
    var regions: [(region: FileRegion, spaces: [Range<Int>])] = []
  }

  /// What lies in a folder.
  init(path: String) {
    disk = DiskStorage(path: path)
  }

  /// Allows all reads again, which must come after the last user of the files is gone.
  func release() {
    for (region, spaces) in guarded.regions { unsafe forEach(of: spaces, in: region) { unsafe unpoison($0, $1) } }
    guarded.regions = []
  }

  func open(_ name: String) throws(IndexError) -> FileRegion {
    let region = try disk.open(name)
    guard name.hasPrefix("segment-"), let file = try? SegmentFile(region) else { return region }
    let (bytes, spaces) = Self.spread(file)
    Scratch.write("guarded", bytes, in: path)
    let copy = try disk.open("guarded")
    // The table and the footer are read by whoever opens the file, and by none later; they stay readable.
    unsafe forEach(of: spaces, in: copy) { unsafe poison($0, $1) }
    guarded.regions.append((copy, spaces))
    return copy
  }

  /// The file with space in front of each section and behind the last, and where that is.
  private static func spread(_ file: SegmentFile) -> (bytes: [UInt8], spaces: [Range<Int>]) {
    var bytes = unsafe file.region.bytes.extracting(first: 16).withUnsafeBufferPointer { unsafe [UInt8]($0) }
    var (table, spaces) = (ByteWriter(), [Range<Int>]())
    for section in Section.allCases {
      let start = bytes.count
      bytes += [UInt8](repeating: 0, count: space + (8 - start % 8) % 8)
      spaces.append(start..<bytes.count)
      let content = file.bytes(section)
      for number in [UInt32(section.rawValue), checksum(content)] { table.fixed32(number) }
      for number in [bytes.count, content.count] { table.fixed64(UInt64(number)) }
      unsafe content.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    spaces.append(bytes.count..<bytes.count + space)
    bytes += [UInt8](repeating: 0, count: space)
    var footer = ByteWriter()
    footer.append(table.bytes)
    footer.fixed32(UInt32(Section.allCases.count))
    footer.fixed32(checksum(table.bytes.span))
    return (bytes + footer.bytes + [UInt8]("TITEREND".utf8), spaces)
  }

  private func forEach(of spaces: [Range<Int>], in region: FileRegion, _ body: (UnsafeRawPointer, Int) -> Void) {
    unsafe region.bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      for space in spaces { unsafe body(start + space.lowerBound, space.count) }
    }
  }

  var path: String { disk.path }
  func list() throws(IndexError) -> [String] { try disk.list() }
  func create(_ name: String) throws(IndexError) -> any OutputFile { try disk.create(name) }
  func rename(_ name: String, to newName: String) throws(IndexError) { try disk.rename(name, to: newName) }
  func remove(_ name: String) throws(IndexError) { try disk.remove(name) }
  func sync() throws(IndexError) { try disk.sync() }

  func lock() throws(IndexError) -> any WriteLock { try disk.lock() }
}

/// Forbids reads (the sanitizer's own interface, `asan_interface.h`).
@_silgen_name("__asan_poison_memory_region")
private func poison(_ start: UnsafeRawPointer, _ count: Int)

/// Allows them again.
@_silgen_name("__asan_unpoison_memory_region")
private func unpoison(_ start: UnsafeRawPointer, _ count: Int)
