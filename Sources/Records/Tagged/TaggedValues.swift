/// The values of an entry by their tags.
struct TaggedValues {
  private let fields: [SourceField]

  init(_ fields: [SourceField]) {
    self.fields = fields
  }

  /// The values of `tags` that aren't blank, tidied, in the entry's order.
  func all(_ tags: String...) -> [String] {
    fields.filter { tags.contains($0.tag) }.map(\.value.tidied).filter { !$0.isEmpty }
  }

  /// The first value of the first of `tags` that has one; `""` if none has.
  func first(_ tags: String...) -> String {
    for tag in tags {
      for field in fields where field.tag == tag {
        let value = field.value.tidied
        if !value.isEmpty { return value }
      }
    }
    return ""
  }

  /// The lines of the values of `tags`, for lists that have one item a line.
  func lines(_ tags: String...) -> [String] {
    fields.filter { tags.contains($0.tag) }.flatMap { $0.value.items(separatedBy: "\n") }
  }

  /// The items of lists with one item a line or several with semicolons between.
  func items(_ tags: String...) -> [String] {
    fields.filter { tags.contains($0.tag) }.flatMap { $0.value.items(separatedBy: "\n", ";") }
  }
}
