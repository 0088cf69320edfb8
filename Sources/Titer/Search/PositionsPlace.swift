/// Where the positions of a term in superblocks lie: a place in a segment's mapping, which must outlive it.
@safe struct PositionsPlace {
  private let start: UnsafePointer<UInt8>
  private let count: Int
  private let directory: Int

  /// The positions of `entry` in `file`.
  init(_ entry: TermEntry, _ file: SegmentFile, superblocks: Int) throws(FormatError) {
    let bytes = try file.bytes(.positions).checkedExtracting(entry.positions)
    directory = 4 * (superblocks + 1)
    count = bytes.count
    guard count >= directory else {
      throw FormatError(expected: "a directory of positions of \(directory) bytes", found: "\(count)")
    }
    unsafe start = unsafe bytes.withUnsafeBufferPointer { unsafe $0.baseAddress.unsafelyUnwrapped }
  }

  /// The positions from those of a group's first pair to the end of its superblock's; `nil` where the directory is damaged.
  func group(_ group: Int, _ superblock: Int, pairs: Int) -> Range<UnsafePointer<UInt8>>? {
    let entry = unsafe UnsafeRawPointer(start + 4 * superblock)
    let first = Int(unsafe entry.loadUnaligned(as: UInt32.self))
    let end = Int(unsafe entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let groups = (pairs + PostingsFormat.positionsGroup - 1) / PostingsFormat.positionsGroup
    let width = end - first - 2 * groups > 65_535 ? 4 : 2
    let data = first + width * groups
    guard group < groups, data <= end, end <= count - directory else { return nil }
    let table = unsafe UnsafeRawPointer(start + directory + first)
    let offset =
      unsafe width == 4
      ? Int(table.loadUnaligned(fromByteOffset: 4 * group, as: UInt32.self))
      : Int(table.loadUnaligned(fromByteOffset: 2 * group, as: UInt16.self))
    guard offset <= end - data else { return nil }
    return unsafe start + (directory + data + offset)..<start + (directory + end)
  }
}
