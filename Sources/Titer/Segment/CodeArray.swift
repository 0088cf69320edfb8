/// Numbers of 0, 1, 2 or 4 bytes, one a document, read in blocks of 64.
struct CodeArray: ~Escapable {
  private let bytes: Span<UInt8>
  private let width: Int
  /// How many numbers there are.
  let documents: Int

  /// The numbers in `bytes`, whose size must be `width` · `documents`.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, width: Int, documents: Int) {
    precondition(bytes.count == width * documents, "the caller checks the size")
    self.bytes = bytes
    self.width = width
    self.documents = documents
  }

  /// The number of a document.
  subscript(document: Int) -> Int {
    switch width {
    case 0: 0
    case 1: Int(bytes[document])
    case 2: Int(number(UInt16.self, document))
    default: Int(number(UInt32.self, document))
    }
  }

  /// The documents of a block whose numbers are in a set; bits past the last document are 0.
  ///
  /// - Complexity: 10 to 30 ns.
  func mask(ofBlock block: Int, _ set: CodeSet) -> UInt64 {
    switch width {
    case 0: 0
    case 1: mask(UInt8.self, ofBlock: block, set)
    case 2: mask(UInt16.self, ofBlock: block, set)
    default: mask(UInt32.self, ofBlock: block, set)
    }
  }

  /// Adds 1 to the count of each number that a document in a mask of a block has; to the last for those beyond all.
  ///
  /// - Complexity: O(documents in the mask), about 1 ns each.
  func count(_ mask: UInt64, ofBlock block: Int, in counts: inout MutableSpan<UInt32>) {
    var rest = mask & existing(inBlock: block)
    while rest != 0 {
      let code = self[64 * block + rest.trailingZeroBitCount]
      counts[min(code, counts.count - 1)] &+= 1
      rest &= rest &- 1
    }
  }

  /// The documents that there are in a block.
  func existing(inBlock block: Int) -> UInt64 {
    let count = documents - 64 * block
    return count >= 64 ? .max : count <= 0 ? 0 : (1 << UInt64(count)) - 1
  }

  @inline(__always)
  private func number<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type, _ document: Int) -> T {
    // Any bytes are a valid integer, and the load is checked against the span's bounds.
    T(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: MemoryLayout<T>.size * document, as: type))
  }

  @inline(__always)
  private func mask<T: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _ type: T.Type, ofBlock block: Int, _ set: CodeSet
  ) -> UInt64 {
    guard let low = T(exactly: set.low), set.high >= set.low else { return 0 }
    if set.members.isEmpty {
      let span = T(clamping: set.high) - low
      return mask(type, ofBlock: block) { $0 &- low <= span ? 1 : 0 }
    }
    let members = set.members.span
    let last = members.count - 1
    return mask(type, ofBlock: block) { members[min(Int($0), last)] }
  }

  /// One bit a document: what `bit` gives, 0 or 1, for its number.
  ///
  /// The bits go through 64 bytes, since a loop that fills them is compiled to vector instructions, and one that shifts
  /// them into place at once is not.
  @inline(__always)
  private func mask<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type, ofBlock block: Int, _ bit: (T) -> UInt8
  ) -> UInt64 {
    let start = 64 * block
    guard documents - start >= 64 else { return partialMask(type, from: start, bit) }
    let size = MemoryLayout<T>.size
    let source = bytes.extracting(start * size..<(start + 64) * size)
    return unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { bits in
      // Both loops stay within the 64 numbers that were extracted and the 64 bytes that were allocated.
      unsafe source.withUnsafeBytes { numbers in
        for index in 0..<64 {
          let number = unsafe numbers.loadUnaligned(fromByteOffset: index * size, as: type)
          unsafe bits.storeBytes(of: bit(T(littleEndian: number)), toByteOffset: index, as: UInt8.self)
        }
      }
      var mask: UInt64 = 0
      for group in 0..<8 {
        let eight = UInt64(littleEndian: unsafe bits.load(fromByteOffset: 8 * group, as: UInt64.self))
        mask |= Self.gather(eight) << UInt64(8 * group)
      }
      return mask
    }
  }

  /// The lowest bits of eight bytes, each 0 or 1, side by side: a product whose partial sums don't meet.
  @inline(__always)
  private static func gather(_ eight: UInt64) -> UInt64 { (eight &* 0x0102_0408_1020_4080) >> 56 }

  @inline(__always)
  private func partialMask<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type, from start: Int, _ bit: (T) -> UInt8
  ) -> UInt64 {
    var mask: UInt64 = 0
    for document in start..<max(start, documents) {
      mask |= UInt64(bit(number(type, document))) << UInt64(document - start)
    }
    return mask
  }
}

/// A set of codes or of years, made once a query and segment: a range, or a table of members.
package struct CodeSet: Sendable {
  /// The least member.
  let low: Int
  /// The greatest member; below `low` when the set is empty.
  let high: Int
  /// A byte each for the numbers from 0 to one past the greatest, 1 for members; none when the set is a range.
  let members: [UInt8]

  /// All numbers of a range.
  package init(_ range: Range<Int>) {
    (low, high, members) = (range.lowerBound, range.upperBound - 1, [])
  }

  /// All numbers of several ranges, which may overlap.
  package init(_ ranges: [Range<Int>]) {
    let ranges = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    low = ranges.first?.lowerBound ?? 0
    high = (ranges.map(\.upperBound).max() ?? 0) - 1
    let isRange = zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound >= $1.lowerBound }
    guard !isRange else {
      members = []
      return
    }
    var members = [UInt8](repeating: 0, count: high + 2)
    for range in ranges {
      for code in range { members[code] = 1 }
    }
    self.members = members
  }

  /// Whether a number is in it.
  func contains(_ number: Int) -> Bool {
    number >= low && number <= high && (members.isEmpty || members[number] == 1)
  }

  /// Whether nothing is in it.
  package var isEmpty: Bool { high < low }
}
