/// The fields of an entry that a writer makes from a record, none of them empty and each in one line.
struct FieldList {
  private(set) var fields: [SourceField] = []

  mutating func add(_ tag: String, _ value: String) {
    let line = value.tidied
    if !line.isEmpty { fields.append(SourceField(tag: tag, value: line)) }
  }

  mutating func add(_ tag: String, _ values: [String]) {
    for value in values { add(tag, value) }
  }
}
