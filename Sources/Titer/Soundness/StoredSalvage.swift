/// What documents were stored with, as far as that is intact.
struct StoredSalvage: ~Escapable {
  /// More bytes than a compressed dictionary has.
  private static let largestCopy = 1 << 20
  private let pages: Span<UInt8>
  private let documents: Int
  /// The dictionary; `nil` where there is none, or both copies are lost.
  private let dictionary: ZstdDictionary?
  /// Where pages begin, and the last ends.
  private let starts: [Int]
  /// Whether the table says so, and not the pages.
  private let hasTable: Bool
  /// Whether the pages and the dictionary have their checksums; where not, only frames that have their own are believed.
  private let isSound: Bool

  /// The stored documents of `file`.
  ///
  /// Of the dictionary there are two; a damaged byte of it or of the table of pages is mended; and where more of that table is
  /// damaged, pages say themselves where they end.
  @_lifetime(borrow file)
  init(_ file: borrowing SegmentFile) {
    pages = file.bytes(.stored)
    documents = file.documents
    var isSound = file.isSound(.stored)
    do throws(FormatError) {
      dictionary = try Self.dictionary(file)
    } catch {
      dictionary = Self.copiedDictionary(file.bytes(.stored))
      isSound = false
    }
    self.isSound = isSound
    let count = StoredDocuments.pages(ofDocuments: file.documents)
    let table = Self.table(file, count)
    hasTable = table != nil
    starts = table ?? Self.starts(file.bytes(.stored), documents: file.documents)
  }

  /// The table of so many pages, a damaged byte mended; `nil` where more is damaged.
  private static func table(_ file: borrowing SegmentFile, _ count: Int) -> [Int]? {
    guard let table = file.mended(.storedPages), table.count == 8 * (count + 1) else { return nil }
    let starts = (0...count).map { Int(truncatingIfNeeded: table.span.fixed64(at: 8 * $0)) }
    return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 } ? starts : nil
  }

  /// The dictionary of its section, a damaged byte mended; `nil` where frames have none.
  private static func dictionary(_ file: borrowing SegmentFile) throws(FormatError) -> ZstdDictionary? {
    guard let bytes = file.mended(.storedDictionary) else {
      throw FormatError(expected: "the dictionary of stored records", found: "other bytes")
    }
    return try StoredDictionary().digest(bytes.span)
  }

  /// The dictionary before the pages.
  private static func copiedDictionary(_ pages: Span<UInt8>) -> ZstdDictionary? {
    let copy = pages.extracting(first: copySize(pages)).extracting(droppingFirst: Zstd.magic.count)
    return Zstd.isChecked(copy) ? try? StoredDictionary().digest(copy) : nil
  }

  /// The bytes of the copy of the dictionary before the pages, none before version 4: a page begins with that magic only by chance,
  /// and then a frame would have to follow.
  private static func copySize(_ pages: Span<UInt8>) -> Int {
    let magic = Zstd.magic
    guard pages.count > magic.count, magic.indices.allSatisfy({ pages[$0] == magic[$0] }) else { return 0 }
    let frame = pages.extracting(first: largestCopy).extracting(droppingFirst: magic.count)
    return Zstd.frameSize(frame).map { magic.count + $0 } ?? 0
  }

  /// Where pages begin, and the last ends, as their own sizes say.
  private static func starts(_ pages: Span<UInt8>, documents: Int) -> [Int] {
    var starts = [copySize(pages)]
    for first in stride(from: 0, to: documents, by: StoredDocuments.pageSize) {
      let start = starts[starts.count - 1]
      let (sizes, header) = sizes(pages.extracting(start...), min(StoredDocuments.pageSize, documents - first))
      let end = sizes.reduce(start + header) { min($0 + min($1, pages.count), pages.count) }
      starts.append(min(end, pages.count))
    }
    return starts
  }

  /// The sizes of the first documents' frames, as far as they can be read, and of what says so.
  private static func sizes(_ page: Span<UInt8>, _ documents: Int) -> (sizes: [Int], header: Int) {
    var header = ByteReader(page)
    var sizes: [Int] = []
    while sizes.count < documents, let size = try? header.varint() { sizes.append(size) }
    return (sizes, header.offset)
  }

  /// The number of pages.
  var pageCount: Int { starts.count - 1 }

  /// What the documents of a page were stored with, `nil` for those that are damaged.
  func contents(ofPage number: Int) -> [[UInt8]?] {
    let count = min(StoredDocuments.pageSize, documents - StoredDocuments.pageSize * number)
    let (start, end) = (starts[number], starts[number + 1])
    guard 0...pages.count ~= start, start...pages.count ~= end else { return Array(repeating: nil, count: count) }
    let page = pages.extracting(start..<end)
    let (sizes, header) = Self.sizes(page, count)
    if sizes.count == count, sizes.reduce(header, { $0 + min($1, page.count) }) == page.count {
      var offset = header
      return sizes.map { size in
        offset += size
        return content(page.extracting(offset - size..<offset))
      }
    }
    if hasTable, let frames = Self.frames(page, count) { return frames.map { content(page.extracting($0)) } }
    return outermost(page, sizes, header, count)
  }

  /// The contents of a page of which sizes are damaged and frames too.
  ///
  /// Those of the first frames up to the first that is damaged, and where it is known where the page ends of the last ones from
  /// behind; which document's a frame between them is can't be told.
  private func outermost(_ page: Span<UInt8>, _ sizes: [Int], _ header: Int, _ count: Int) -> [[UInt8]?] {
    var contents = [[UInt8]?](repeating: nil, count: count)
    var offset = header
    for (place, size) in sizes.enumerated() {
      guard size <= page.count - offset, let found = content(page.extracting(offset..<offset + size)) else { break }
      contents[place] = found
      offset += size
    }
    guard hasTable, sizes.count == count else { return contents }
    var end = page.count
    for place in sizes.indices.reversed() where contents[place] == nil {
      guard sizes[place] <= end, let found = content(page.extracting(end - sizes[place]..<end)) else { break }
      contents[place] = found
      end -= sizes[place]
    }
    return contents
  }

  /// Where the frames of a page are by what they say themselves of their sizes: so many that the last ends where the page does.
  private static func frames(_ page: Span<UInt8>, _ count: Int) -> [Range<Int>]? {
    // A size takes at least a byte, and of frames below 2 MiB at most three.
    candidates: for start in count...3 * count where start < page.count {
      var frames: [Range<Int>] = []
      var offset = start
      for _ in 0..<count {
        guard offset < page.count, let size = Zstd.frameSize(page.extracting(offset...)) else { continue candidates }
        frames.append(offset..<offset + size)
        offset += size
      }
      if offset == page.count { return frames }
    }
    return nil
  }

  private func content(_ frame: Span<UInt8>) -> [UInt8]? {
    guard isSound || Zstd.isChecked(frame) else { return nil }
    return try? Zstd.decompress(frame, dictionary: dictionary)
  }
}
