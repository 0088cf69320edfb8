extension OvidParser {
  /// What an operand becomes by the field codes behind it.
  func look(for operand: OvidOperand, in suffix: OvidSuffix) throws(QueryError) -> OvidOperand {
    var texts: FieldSet = []
    for code in suffix.codes {
      let field = try field(of: code)
      guard case .texts(let some) = field else {
        return try values(of: operand, field: field, code: code, suffix: suffix)
      }
      texts.formUnion(some)
    }
    return try look(for: operand, inTexts: texts, suffix: suffix)
  }

  private func field(of code: OvidSuffix.Code) throws(QueryError) -> OvidField {
    guard let field = OvidField(code.text) else {
      let letters = scanner.characters[code.place...].prefix(while: \.isLatinLetter).prefix(40)
      throw scanner.error(
        at: code.place, expected: "a field code such as ti, ab, kw or mp",
        found: letters.isEmpty ? nil : "“\(String(letters))”",
        suggestion: letters.isEmpty ? "Leave out the last comma." : OvidField.advice(on: code.text))
    }
    return field
  }

  /// Restricts words to some texts.
  private func look(
    for operand: OvidOperand, inTexts texts: FieldSet, suffix: OvidSuffix
  ) throws(QueryError) -> OvidOperand {
    if let (kind, place) = operand.contents.first(otherThan: .textual) {
      throw scanner.error(
        at: place, expected: "only words before “\(scanner[suffix.start..<suffix.end])”", found: kind.name,
        suggestion: kind == .number
          ? "A number alone is a line; put it in quotes if it is a word."
          : "Put the field code behind the words alone.")
    }
    var result = operand
    result.form = .other
    guard texts != .all else { return result }
    result.clause = .field(texts, operand.clause)
    result.height += 1
    result.contents.insert(.field, at: suffix.start)
    try checkHeight(result.height)
    return result
  }

  /// Makes whole values, headings, or filters of words.
  private func values(
    of operand: OvidOperand, field: OvidField, code: OvidSuffix.Code, suffix: OvidSuffix
  ) throws(QueryError) -> OvidOperand {
    guard suffix.codes.count == 1 else {
      throw scanner.error(
        at: code.place, expected: "only codes of texts, such as ti, ab and kw, beside others", found: "“\(code.text)”",
        suggestion: "Write one part for each, joined by “or”: lupus.ti. or smith j.au.")
    }
    if let (kind, place) = operand.contents.first(otherThan: field.allowed) {
      throw scanner.error(
        at: place, expected: "only words before “.\(code.text).”", found: kind.name,
        suggestion: field.advice(on: "") ?? "Write whole names, and join several by “or” in parentheses.")
    }
    var result = operand
    result.clause = try field.values(of: operand.clause) { text throws(QueryError) in
      throw scanner.error(
        at: operand.start, expected: field.expectation, found: "“\(text.prefix(60))”",
        suggestion: field.advice(on: text))
    }
    result.contents = OvidContents(field.kind, at: operand.start)
    result.form = .other
    return result
  }
}
