/// A JSON value (RFC 8259), to be printed.
indirect enum JSON {
  case string(String)
  case integer(Int)
  case number(Float)
  case double(Double)
  case boolean(Bool)
  case array([JSON])
  /// Members in the order that they are printed in.
  case object([(name: String, value: JSON)])

  /// The value on one line.
  var line: String {
    var text = ""
    write(to: &text, lineBreak: nil)
    return text
  }

  /// The value over several lines, each member of an object on its own.
  var page: String {
    var text = ""
    write(to: &text, lineBreak: "\n")
    return text
  }

  /// Appends the value; `lineBreak` is the break and indentation of the place, or `nil` for a single line.
  private func write(to text: inout String, lineBreak: String?) {
    switch self {
    case .string(let string): writeString(string, to: &text)
    case .integer(let integer): text += String(integer)
    case .number(let number): text += number.isFinite ? number.description : "null"
    case .double(let number): text += number.isFinite ? number.description : "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .array(let values):
      writeList(values, between: "[", and: "]", to: &text, lineBreak: lineBreak) { $0.write(to: &$1, lineBreak: $2) }
    case .object(let members):
      writeList(members, between: "{", and: "}", to: &text, lineBreak: lineBreak) { member, text, lineBreak in
        writeString(member.name, to: &text)
        text += lineBreak == nil ? ":" : ": "
        member.value.write(to: &text, lineBreak: lineBreak)
      }
    }
  }
}

private func writeList<Element>(
  _ elements: [Element], between open: String, and close: String, to text: inout String, lineBreak: String?,
  writeElement: (Element, inout String, String?) -> Void
) {
  text += open
  let inner = lineBreak.map { $0 + "  " }
  for (index, element) in elements.enumerated() {
    if index > 0 { text += "," }
    if let inner { text += inner }
    writeElement(element, &text, inner)
  }
  if let lineBreak, !elements.isEmpty { text += lineBreak }
  text += close
}

private func writeString(_ string: String, to text: inout String) {
  text += "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
  text += "\""
}
