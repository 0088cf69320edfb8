extension Record {
  /// The abstract as one text, labels included: `"AIM: … METHODS: …"`.
  var flatAbstract: String { abstract.map(\.labelledText).joined(separator: " ") }
}

extension AbstractSection {
  /// The text after its label, if it has one: `"METHODS: We …"`.
  var labelledText: String { label.isEmpty ? text : "\(label): \(text)" }
}
