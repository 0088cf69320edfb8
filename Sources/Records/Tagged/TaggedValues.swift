/// The fields of an entry, and their values by tags.
struct TaggedValues {
  /// The fields in the entry's order.
  private(set) var fields: [SourceField] = []
  /// The tag of each field.
  private(set) var tags: [TagCode] = []
  /// The bits of the tags: most of what is asked for isn't there, which costs one look here.
  private var bits: UInt64 = 0

  mutating func append(_ tag: TagCode, _ field: SourceField) {
    fields.append(field)
    tags.append(tag)
    bits |= tag.bit
  }

  /// Makes room for as many fields as most entries have.
  mutating func reserveCapacity(_ count: Int) {
    fields.reserveCapacity(count)
    tags.reserveCapacity(count)
  }

  /// The values of `tags` that aren't blank, tidied, in the entry's order.
  func all(_ tags: TagCode...) -> [String] {
    gather(tags) { value, all in
      let value = value.tidied
      if !value.isEmpty { all.append(value) }
    }
  }

  /// The first value of the first of `tags` that has one; `""` if none has.
  func first(_ tags: TagCode...) -> String {
    for tag in tags where bits & tag.bit != 0 {
      for offset in self.tags.indices where self.tags[offset] == tag {
        let value = fields[offset].value.tidied
        if !value.isEmpty { return value }
      }
    }
    return ""
  }

  /// The lines of the values of `tags`, for lists that have one item a line.
  func lines(_ tags: TagCode...) -> [String] {
    gather(tags) { $0.appendItems(separatedBy: Self.lineEnd, to: &$1) }
  }

  /// The items of lists with one item a line or several with semicolons between.
  func items(_ tags: TagCode...) -> [String] {
    gather(tags) { $0.appendItems(separatedBy: Self.lineEndOrSemicolon, to: &$1) }
  }

  private static let lineEnd = [UInt8(ascii: "\n")]
  private static let lineEndOrSemicolon = [UInt8(ascii: "\n"), UInt8(ascii: ";")]

  /// Goes through the fields of `tags` in the entry's order.
  func forEach(_ tags: [TagCode], _ body: (TagCode, String) -> Void) {
    let wanted = tags.reduce(0) { $0 | $1.bit }
    guard bits & wanted != 0 else { return }
    for (offset, tag) in self.tags.enumerated() where wanted & tag.bit != 0 && tags.contains(tag) {
      body(tag, fields[offset].value)
    }
  }

  private func gather(_ tags: [TagCode], _ append: (String, inout [String]) -> Void) -> [String] {
    var all: [String] = []
    forEach(tags) { _, value in
      // Most lists are of one or of several, seldom of two or three.
      if all.count == 1 { all.reserveCapacity(8) }
      append(value, &all)
    }
    return all
  }
}
