/// Records out of an input of XML, whatever the format: feeding, bounds, faults, and going on after them.
///
/// After a fault it looks for the next opening tag of a record and reads on from there with a new parser, so one bad
/// byte costs one record. A record is given out only if it is well-formed from its opening tag to its closing one.
struct XMLRecordReader<Builder: XMLRecordBuilder> {
  typealias Name = Builder.Name

  /// The most that one record may hold: the bytes of its texts, and 16 for each tag.
  private static var recordLimit: Int { 16 << 20 }
  /// After so many faults the rest of the input is not read.
  private static var faultLimit: Int { 1000 }

  private let file: String
  private let vocabulary = XMLVocabulary(Name.self)
  private let names = Name.allCases
  private let numbers: [Name: UInt16]
  private var source: XMLByteSource
  private var parser: XMLParser
  private var tape = XMLTape()
  private var builder = Builder()
  private var text = MixedText()

  private var events: [ReadEvent] = []
  private var eventsGiven = 0
  private var isAtEnd = false

  /// The open elements, outermost first.
  private var path: [Name?] = []
  /// How many elements are open at the one whose text is being taken; 0 for none.
  private var textDepth = 0
  private var textTag = ""
  /// The same for the one that is left out.
  private var ignoredDepth = 0
  /// The line where the open record begins, and how many elements were open then.
  private var record: (line: Int, depth: Int)?
  private var recordSize = 0
  private var root = ""
  private var hasMetRecord = false
  private var faults = 0
  private var isRecovered = false
  private var reportedEntities: Set<String> = []

  init(_ input: Input) {
    file = input.name
    source = XMLByteSource(input)
    parser = XMLParser(vocabulary)
    numbers = Dictionary(uniqueKeysWithValues: zip(names, 1...))
  }

  mutating func next() throws(ReadError) -> ReadEvent? {
    while eventsGiven == events.count {
      guard !isAtEnd else { return nil }
      events.removeAll(keepingCapacity: true)
      eventsGiven = 0
      try readOn()
    }
    defer { eventsGiven += 1 }
    return events[eventsGiven]
  }

  private mutating func readOn() throws(ReadError) {
    let slice = try source.next()
    tape.removeAll()
    parser.parse(slice ?? [], isLast: slice == nil, onto: &tape)
    replay()
    if let fault = parser.fault {
      try recover(from: fault)
    } else if slice == nil {
      finish()
    }
  }
}

// MARK: Elements

extension XMLRecordReader {
  private mutating func replay() {
    let tape = self.tape
    for place in tape.events.indices {
      let event = tape.events[place]
      recordSize += event.end - event.start + 16
      switch event.kind {
      case .start: start(event, XMLAttributes(tape, after: place, numbers), tape)
      case .end: end()
      case .text where textDepth > 0: append(tape.bytes(of: event))
      case .unknownEntity: warnOfEntity(String(decoding: tape.bytes(of: event), as: UTF8.self), Int(event.line))
      case .text, .attribute: break
      }
    }
  }

  private mutating func start(_ event: XMLTape.Event, _ attributes: XMLAttributes<Name>, _ tape: XMLTape) {
    let name = event.name == 0 ? nil : names[Int(event.name) - 1]
    let element = XMLElement(name: name, parent: path.last ?? nil)
    path.append(name)
    guard ignoredDepth == 0 else { return }
    guard textDepth == 0 else {
      if recordSize <= Self.recordLimit { text.begin(name.map { Builder.markup(of: $0, attributes) } ?? .plain) }
      return
    }
    if root.isEmpty { root = name?.rawValue ?? String(decoding: tape.bytes(of: event), as: UTF8.self) }
    if let name, Builder.records.contains(name) { beginRecord(at: Int(event.line)) }
    guard record != nil, recordSize <= Self.recordLimit else { return }
    switch builder.start(element, attributes) {
    case .inside: break
    case .none: ignoredDepth = path.count
    case .text:
      textDepth = path.count
      textTag = name?.rawValue ?? String(decoding: tape.bytes(of: event), as: UTF8.self)
    }
  }

  private mutating func end() {
    defer { path.removeLast() }
    guard ignoredDepth == 0 else {
      if ignoredDepth == path.count { ignoredDepth = 0 }
      return
    }
    guard textDepth == 0 || textDepth == path.count else { return text.end() }
    guard let record else { return }
    let element = XMLElement(name: path[path.count - 1], parent: path.count > 1 ? path[path.count - 2] : nil)
    if textDepth > 0 {
      textDepth = 0
      builder.take(text.take(), of: element, tag: textTag)
    } else {
      builder.end(element)
    }
    if record.depth == path.count { endRecord(from: record.line) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if recordSize <= Self.recordLimit { text.append(bytes) }
  }

  private mutating func beginRecord(at line: Int) {
    if let open = record {
      skip(open.line, "a closing tag before the next record", "the record that begins at line \(line)")
      builder = Builder()
    }
    record = (line, path.count)
    recordSize = 0
    hasMetRecord = true
  }

  private mutating func endRecord(from line: Int) {
    record = nil
    guard recordSize <= Self.recordLimit else {
      builder = Builder()
      return skip(line, "a record of at most \(Self.recordLimit) bytes", "\(recordSize)")
    }
    switch builder.finish() {
    case .record(let record): events.append(.record(record))
    case .deletions(let identifiers): events += identifiers.map(ReadEvent.deletion)
    case .refused(let expected, let found): skip(line, expected, found)
    }
  }
}

// MARK: Faults

extension XMLRecordReader {
  private mutating func recover(from fault: XMLFault) throws(ReadError) {
    faults += 1
    var line = fault.line
    let canGoOn = fault.rest != nil && faults < Self.faultLimit
    report(fault, canGoOn: canGoOn)
    guard canGoOn, let rest = fault.rest else {
      isAtEnd = true
      return
    }
    source.putBack(rest[...])
    guard try XMLRecordSearch(Builder.records.map(\.rawValue)).skipToRecord(in: &source, line: &line) else {
      isAtEnd = true
      return
    }
    restart(at: line)
  }

  /// A new parser inside a root of ours, since what is left lacks the beginning of its own.
  private mutating func restart(at line: Int) {
    parser = XMLParser(vocabulary, line: line)
    builder = Builder()
    _ = text.take()
    (path, textDepth, ignoredDepth, record, isRecovered) = ([], 0, 0, nil, true)
    tape.removeAll()
    parser.parse(Array("<resumed>".utf8)[...], onto: &tape)
    replay()
  }

  private mutating func report(_ fault: XMLFault, canGoOn: Bool) {
    guard record != nil || !isEndOfDocument(fault) else { return }
    let place = record.map { " in the record that begins at line \($0.line)" } ?? ""
    if fault.kind == .cutShort {
      let root = root.isEmpty ? "an XML document" : "</\(root)>"
      skip(fault.line, root, "the end of the input" + place, "the file seems cut short: get it again")
    } else if canGoOn {
      let remedy = "mend the file there; the records after it are read"
      skip(fault.line, "well-formed XML", fault.message + place, remedy)
    } else {
      reportEnd(fault)
    }
  }

  /// Whether another document comes, or the root ends that a parser has not seen begin.
  private func isEndOfDocument(_ fault: XMLFault) -> Bool {
    guard fault.kind != .afterRoot else { return true }
    guard isRecovered, fault.depth <= 1 else { return false }
    return fault.kind == .mismatchedEnd || fault.kind == .cutShort && Builder.records.map(\.rawValue).contains(root)
  }

  private mutating func reportEnd(_ fault: XMLFault) {
    let reason = fault.rest == nil ? "its encoding isn't UTF-8" : "it has \(faults) faults"
    skip(fault.line, "well-formed XML", fault.message, "nothing after it is read because \(reason): mend the file")
  }

  private mutating func finish() {
    isAtEnd = true
    let isOfFormat = hasMetRecord || Name(rawValue: root) != nil
    guard !isOfFormat, !isRecovered else { return }
    let wanted = Builder.records.map { "<\($0.rawValue)>" }.joined(separator: " or ")
    skip(1, "\(Builder.formatName) with \(wanted)", "a document <\(root)> without any")
  }

  private mutating func skip(_ line: Int, _ expected: String, _ found: String, _ remedy: String = "") {
    events.append(
      .skipped(Diagnostic(file: file, line: line, expected: expected, found: found, remedy: remedy)))
  }

  /// Warns once for each name, since a document that has one has many.
  private mutating func warnOfEntity(_ name: String, _ line: Int) {
    guard reportedEntities.count < 100, reportedEntities.insert(name).inserted else { return }
    events.append(
      .warning(
        Diagnostic(
          file: file, line: line, expected: "an entity of HTML or of the document", found: "&\(name);",
          remedy: "it is kept as it stands")))
  }
}
