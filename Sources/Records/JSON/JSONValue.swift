/// A JSON value, whole.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number as its text, so that no digit of it is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The text of a string or of a number.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The number when it is a whole one that `Int` holds.
  var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text) ?? Double(text).flatMap(Int.init(exactly:))
  }
}

/// A key of an object with its value.
struct JSONMember: Sendable, Equatable {
  var key: String
  var value: JSONValue
}
