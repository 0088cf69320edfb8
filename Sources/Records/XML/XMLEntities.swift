/// The text that references to entities stand for, within bounds.
///
/// A document may declare entities that name one another, so that a kilobyte stands for a terabyte
/// ("billion laughs"). Every byte of a declaration that is read counts against one allowance per document.
struct XMLEntities {
  /// Why an entity has no text.
  enum Refusal: Error {
    /// Nobody declares it, or its declaration is not plain text.
    case unknown
    /// Its text is too large, or it names itself.
    case unbounded
  }

  /// The most bytes of declarations that one reference may cause to be read.
  static let referenceLimit = 64 << 10
  /// The most that one document may.
  static let documentLimit = 16 << 20
  private static let depthLimit = 16

  private var documentAllowance = documentLimit

  /// Replaces the references in `text`; unknown ones stay as they are.
  mutating func expand(_ text: [UInt8], declaration: (String) -> XMLDeclaration) throws(Refusal) -> [UInt8] {
    var output: [UInt8] = []
    var allowance = Self.referenceLimit + text.count
    try append(text, depth: 0, &allowance, declaration, to: &output)
    return output
  }

  /// The text that `&name;` stands for.
  mutating func expand(name: String, declaration: (String) -> XMLDeclaration) throws(Refusal) -> [UInt8] {
    var output: [UInt8] = []
    var allowance = Self.referenceLimit
    try append(entity: name, depth: 0, &allowance, declaration, to: &output)
    return output
  }

  private mutating func append(
    entity name: String, depth: Int, _ allowance: inout Int, _ declaration: (String) -> XMLDeclaration,
    to output: inout [UInt8]
  ) throws(Refusal) {
    switch declaration(name) {
    case .none: throw .unknown
    case .character(let scalar): output.append(contentsOf: String(scalar).utf8)
    case .text(let text):
      guard !text.contains(UInt8(ascii: "<")) else { throw .unknown }
      documentAllowance -= text.count + 1
      guard depth < Self.depthLimit, documentAllowance >= 0 else { throw .unbounded }
      try append(text, depth: depth + 1, &allowance, declaration, to: &output)
    }
  }

  private mutating func append(
    _ text: [UInt8], depth: Int, _ allowance: inout Int, _ declaration: (String) -> XMLDeclaration,
    to output: inout [UInt8]
  ) throws(Refusal) {
    allowance -= text.count + 1
    guard allowance >= 0 else { throw .unbounded }
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      output.append(contentsOf: rest[..<ampersand])
      rest = rest[ampersand...]
      let reference = Self.reference(at: rest)
      do throws(Refusal) {
        try append(reference: reference, depth: depth, &allowance, declaration, to: &output)
      } catch .unknown {
        output.append(contentsOf: reference)
      }
      rest = rest[reference.endIndex...]
    }
    output.append(contentsOf: rest)
  }

  private mutating func append(
    reference: ArraySlice<UInt8>, depth: Int, _ allowance: inout Int, _ declaration: (String) -> XMLDeclaration,
    to output: inout [UInt8]
  ) throws(Refusal) {
    guard reference.count > 2 else { throw .unknown }
    let name = String(decoding: reference.dropFirst().dropLast(), as: UTF8.self)
    guard name.hasPrefix("#") else {
      return try append(entity: name, depth: depth, &allowance, declaration, to: &output)
    }
    guard let scalar = Unicode.Scalar(reference: name.dropFirst()) else { throw .unknown }
    output.append(contentsOf: String(scalar).utf8)
  }

  /// The reference that `text` begins with, `&` and `;` included, or the bare `&`.
  private static func reference(at text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let window = text.prefix(64)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return text.prefix(1) }
    let isName = window[(text.startIndex + 1)..<end].allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "&") }
    return isName ? text[...end] : text.prefix(1)
  }
}

/// What is known of an entity.
enum XMLDeclaration {
  /// Nothing, or only that its text is elsewhere.
  case none
  /// It is a character of HTML's table.
  case character(Unicode.Scalar)
  /// The document declares it as this text, its own references not yet replaced.
  case text([UInt8])
}

extension Unicode.Scalar {
  /// The character that the number of a reference means, as it stands after `&#`: `"945"`, `"x3B1"`.
  init?(reference digits: Substring) {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let code = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10) else {
      return nil
    }
    self.init(code)
  }
}
