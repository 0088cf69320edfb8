/// The values of an entry by their tags.
struct TaggedValues {
  private let fields: [SourceField]
  /// The tag of each field in a form that compares fast.
  private let codes: [TagCode]

  init(_ fields: [SourceField]) {
    self.fields = fields
    codes = fields.map { TagCode($0.tag) }
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
    for tag in tags {
      for (offset, code) in codes.enumerated() where code == tag {
        let value = fields[offset].value.tidied
        if !value.isEmpty { return value }
      }
    }
    return ""
  }

  /// The lines of the values of `tags`, for lists that have one item a line.
  func lines(_ tags: TagCode...) -> [String] {
    gather(tags) { $0.appendItems(separatedBy: "\n", to: &$1) }
  }

  /// The items of lists with one item a line or several with semicolons between.
  func items(_ tags: TagCode...) -> [String] {
    gather(tags) { $0.appendItems(separatedBy: "\n", ";", to: &$1) }
  }

  private func gather(_ tags: [TagCode], _ append: (String, inout [String]) -> Void) -> [String] {
    var all: [String] = []
    for (offset, code) in codes.enumerated() where tags.contains(code) { append(fields[offset].value, &all) }
    return all
  }
}

/// A tag of up to four bytes as a number.
struct TagCode: Equatable, ExpressibleByStringLiteral {
  private let code: UInt32

  init(_ tag: String) {
    var code: UInt32 = 0
    for byte in tag.utf8 { code = code << 8 | UInt32(byte) }
    self.code = code
  }

  /// A literal is folded into its number when compiled.
  @inline(__always)
  init(stringLiteral tag: StaticString) {
    var code: UInt32 = 0
    for offset in 0..<tag.utf8CodeUnitCount { code = unsafe code << 8 | UInt32(tag.utf8Start[offset]) }
    self.code = code
  }
}
