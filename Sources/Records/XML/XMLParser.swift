internal import CLibXML2

/// The first fault that ends the parsing of a document.
struct XMLFault {
  /// What sort of fault it is.
  enum Kind {
    /// The document goes on after its root element: another document, or rubbish.
    case afterRoot
    /// The input ends inside the document.
    case cutShort
    /// A closing tag doesn't match the innermost open element.
    case mismatchedEnd
    /// Anything else that is not well-formed XML, or that oversteps a bound.
    case malformed
  }

  var kind: Kind
  var line: Int
  /// How many elements are open there.
  var depth: Int
  /// What was found, in libxml2's words or ours.
  var message: String
  /// What was fed but not yet read; `nil` where the encoding isn't UTF-8 and it can't be told.
  var rest: [UInt8]?
}

/// The owner of a libxml2 push parser: bytes in, events on a tape out.
///
/// It reads nothing but what it is fed: no external entity, no DTD, no network. The text of entities is bounded by
/// `XMLEntities`, nesting by `depthLimit`, and one piece of markup by `markupLimit`. This is the only file that
/// touches libxml2's memory.
@safe final class XMLParser {
  /// The most elements that may be open at once.
  static let depthLimit = 256
  /// The most bytes that one tag, comment or document type may take.
  static let markupLimit = 1 << 20
  /// The most that a reference such as `&alpha;` may take; libxml2 would wait for its `;` for ever.
  static let referenceLimit = 1 << 10

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private let parser: xmlParserCtxtPtr
  private let state: UnsafeMutablePointer<XMLParserState>

  /// A parser whose tape names what is in `vocabulary`, and whose first line is `line`.
  init(_ vocabulary: XMLVocabulary, line: Int = 1) {
    precondition(Self.isReady)
    unsafe state = .allocate(capacity: 1)
    var handlers = unsafe XMLParserState.handlers
    guard let parser = unsafe xmlCreatePushParserCtxt(&handlers, state, nil, 0, nil) else {
      preconditionFailure("libxml2 has no memory left")
    }
    unsafe self.parser = parser
    unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue))
    unsafe parser.pointee.input?.pointee.line = Int32(clamping: line)
    unsafe state.initialize(to: XMLParserState(parser: parser, vocabulary: vocabulary))
  }

  deinit {
    if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe parser.pointee.myDoc = nil
    unsafe xmlFreeParserCtxt(parser)
    unsafe state.pointee.deallocate()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// The fault that ended the parsing, if one did.
  var fault: XMLFault? { unsafe state.pointee.fault }

  /// Reads more of the document and appends its events to `tape`; does nothing after a fault.
  func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool = false, onto tape: inout XMLTape) {
    guard fault == nil else { return }
    unsafe swap(&state.pointee.tape, &tape)
    defer { unsafe swap(&state.pointee.tape, &tape) }
    unsafe state.pointee.isLast = isLast
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunkQuietly(
        parser, start, Int32(clamping: buffer.count), isLast ? 1 : 0, state, XMLParserState.onError)
    }
    unsafe state.pointee.checkProgress()
  }
}

/// What libxml2's callbacks write to; it lives at one address as long as its parser.
@safe private struct XMLParserState {
  let parser: xmlParserCtxtPtr
  let isUnread: [Bool]
  let names: XMLNameTable
  var tape = XMLTape()
  var fault: XMLFault?
  /// Whether nothing will be fed any more.
  var isLast = false
  private var entities = XMLEntities()
  private var depth = 0
  private var hasRoot = false
  /// The depth of the element that is being left out, or 0.
  private var unreadDepth = 0
  /// What libxml2 gets for every entity, and the string of no characters that it points to.
  private let placeholder: xmlEntityPtr
  private let noText: UnsafeMutablePointer<xmlChar>

  init(parser: xmlParserCtxtPtr, vocabulary: XMLVocabulary) {
    unsafe self.parser = parser
    isUnread = vocabulary.isUnread
    names = unsafe Self.table(of: vocabulary, parser)
    unsafe placeholder = .allocate(capacity: 1)
    unsafe placeholder.initialize(to: xmlEntity())
    unsafe noText = .allocate(capacity: 1)
    unsafe noText.initialize(to: 0)
  }

  fileprivate func deallocate() {
    unsafe placeholder.deallocate()
    unsafe noText.deallocate()
  }

  /// libxml2's dictionary holds each name of a document once, so its address is the name.
  private static func table(of vocabulary: XMLVocabulary, _ parser: xmlParserCtxtPtr) -> XMLNameTable {
    var table = XMLNameTable(capacity: vocabulary.names.count)
    for (place, name) in vocabulary.names.enumerated() {
      let address = unsafe xmlDictLookup(parser.pointee.dict, name, -1)
      table.insert(UInt(bitPattern: address), number: UInt16(place + 1))
    }
    return table
  }
}

// MARK: Elements and text

extension XMLParserState {
  private var line: Int32 { unsafe parser.pointee.input?.pointee.line ?? 0 }

  fileprivate mutating func start(
    _ name: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    hasRoot = true
    guard depth <= XMLParser.depthLimit else {
      return refuse("elements nested more than \(XMLParser.depthLimit) deep")
    }
    guard unreadDepth == 0 else { return }
    let number = names[UInt(bitPattern: name)]
    if isUnread[Int(number)] {
      unreadDepth = depth
      return
    }
    unsafe appendStart(number, name)
    guard let attributes = unsafe attributes else { return }
    for place in 0..<count { unsafe appendAttribute(attributes + place * 5) }
  }

  private mutating func appendStart(_ number: UInt16, _ name: UnsafePointer<xmlChar>?) {
    guard number == 0, let name = unsafe name else {
      return tape.append(.start, name: number, line: line)
    }
    let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
    unsafe tape.append(.start, line: line, bytes: bytes)
  }

  /// One attribute is five addresses: local name, prefix, namespace, and the value's start and end.
  private mutating func appendAttribute(_ field: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    let number = unsafe names[UInt(bitPattern: field[0])]
    guard number != 0, let start = unsafe field[3], let end = unsafe field[4] else { return }
    let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
    guard unsafe value.contains(UInt8(ascii: "&")) else {
      return unsafe tape.append(.attribute, name: number, line: line, bytes: value)
    }
    do throws(XMLEntities.Refusal) {
      let text = try unsafe entities.expand(Array(value), declaration: declaration(of:))
      tape.append(.attribute, name: number, line: line, bytes: text)
    } catch {
      refuse("an attribute whose entities stand for too much text")
    }
  }

  fileprivate mutating func end() {
    defer { depth -= 1 }
    guard unreadDepth == 0 else {
      if unreadDepth == depth { unreadDepth = 0 }
      return
    }
    tape.append(.end, line: line)
  }

  fileprivate mutating func text(_ start: UnsafePointer<xmlChar>?, count: Int) {
    guard unreadDepth == 0, count > 0 else { return }
    unsafe tape.appendText(UnsafeBufferPointer(start: start, count: count), line: line)
  }
}

// MARK: Entities

extension XMLParserState {
  /// What libxml2 is to make of `&name;`: nothing in content, where the text goes on the tape here,
  /// and the reference itself in an attribute, where `appendAttribute` replaces it.
  fileprivate mutating func entity(_ name: UnsafePointer<xmlChar>?) -> xmlEntityPtr? {
    guard unsafe parser.pointee.inSubset == 0, let name = unsafe name else { return nil }
    let isInAttribute = unsafe parser.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE
    unsafe placeholder.pointee.name = name
    unsafe placeholder.pointee.etype = isInAttribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY
    unsafe placeholder.pointee.content = isInAttribute ? nil : noText
    if !isInAttribute, fault == nil, unreadDepth == 0 {
      unsafe appendText(ofEntity: String(cString: name))
    }
    return unsafe placeholder
  }

  private mutating func appendText(ofEntity name: String) {
    do throws(XMLEntities.Refusal) {
      let text = try entities.expand(name: name, declaration: declaration(of:))
      if !text.isEmpty { tape.appendText(text, line: line) }
    } catch {
      switch error {
      case .unknown:
        tape.append(.unknownEntity, line: line, bytes: name.utf8)
        tape.appendText("&\(name);".utf8, line: line)
      case .unbounded: refuse("the entity &\(name.prefix(40));, which stands for too much text")
      }
    }
  }

  private func declaration(of name: String) -> XMLDeclaration {
    let declared = unsafe xmlGetDocEntity(parser.pointee.myDoc, name)
    if let declared = unsafe declared, unsafe declared.pointee.etype == XML_INTERNAL_GENERAL_ENTITY {
      guard let content = unsafe declared.pointee.content else { return .text([]) }
      return unsafe .text(Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))))
    }
    guard let known = unsafe htmlEntityLookup(name), let scalar = unsafe Unicode.Scalar(known.pointee.value) else {
      return .none
    }
    return .character(scalar)
  }
}

// MARK: Faults

extension XMLParserState {
  /// Ends the parsing for a reason of ours.
  private mutating func refuse(_ message: String) {
    record(.malformed, line: Int(line), message)
    unsafe xmlStopParser(parser)
  }

  fileprivate mutating func record(_ kind: XMLFault.Kind, line: Int, _ message: String) {
    guard fault == nil else { return }
    fault = XMLFault(kind: kind, line: line, depth: depth, message: message, rest: rest())
  }

  /// What libxml2 holds and hasn't read: the input's own bytes as long as it doesn't convert them.
  private func rest() -> [UInt8]? {
    guard let input = unsafe parser.pointee.input, unsafe input.pointee.buf?.pointee.encoder == nil,
      let start = unsafe input.pointee.cur, let end = unsafe input.pointee.end
    else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: start, count: max(0, end - start)))
  }

  /// A fault that libxml2 tells; warnings and errors that don't end the parsing cost nothing and are passed over.
  fileprivate mutating func record(_ error: xmlError) {
    let isConversion = unsafe error.domain == Int32(XML_FROM_I18N.rawValue)
    guard unsafe error.level == XML_ERR_FATAL || isConversion else { return }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "error \(unsafe error.code)"
    let line = unsafe error.line > 0 ? Int(error.line) : Int(line)
    unsafe record(kind(of: error.code), line: line, message.prefix { !$0.isNewline }.description)
  }

  private func kind(of code: Int32) -> XMLFault.Kind {
    if hasRoot && depth == 0 { return .afterRoot }
    if isLast, let input = unsafe parser.pointee.input, unsafe input.pointee.cur == input.pointee.end {
      return .cutShort
    }
    return code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue) ? .mismatchedEnd : .malformed
  }

  /// Reports what libxml2 gives up on without a word, and markup that would have to be kept whole in memory.
  fileprivate mutating func checkProgress() {
    guard fault == nil, !isLast, let input = unsafe parser.pointee.input else { return }
    if unsafe parser.pointee.instate == XML_PARSER_EOF {
      record(.malformed, line: Int(line), "bytes that are not in the declared encoding")
      return
    }
    guard let next = unsafe input.pointee.cur, let end = unsafe input.pointee.end else { return }
    if unsafe end - next > XMLParser.referenceLimit && next.pointee == UInt8(ascii: "&") {
      refuse("an & that begins no entity")
    } else if unsafe end - next > XMLParser.markupLimit {
      refuse("a tag, comment or document type over \(XMLParser.markupLimit) bytes long")
      // Without its first byte, so that nobody takes the same tag for a record to go on with.
      fault?.rest?.removeFirst()
    }
  }
}

// MARK: Callbacks

extension XMLParserState {
  fileprivate static let onError: xmlStructuredErrorFunc = { data, error in
    guard let error = unsafe error else { return }
    unsafe parserState(data)?.pointee.record(error.pointee)
  }

  fileprivate static var handlers: xmlSAXHandler {
    var handlers = unsafe xmlSAXHandler()
    unsafe handlers.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handlers.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      unsafe parserState(data)?.pointee.start(name, attributes: attributes, count: Int(count))
    }
    unsafe handlers.endElementNs = { data, _, _, _ in unsafe parserState(data)?.pointee.end() }
    unsafe handlers.characters = { data, text, count in unsafe parserState(data)?.pointee.text(text, count: Int(count))
    }
    unsafe handlers.ignorableWhitespace = handlers.characters
    unsafe handlers.cdataBlock = handlers.characters
    unsafe handlers.getEntity = { data, name in unsafe parserState(data)?.pointee.entity(name) }
    unsafe handlers.serror = onError
    return unsafe handlers
  }
}

/// A free function, because a C callback can't capture even a type.
private func parserState(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLParserState>? {
  unsafe data?.assumingMemoryBound(to: XMLParserState.self)
}
