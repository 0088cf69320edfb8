/// What a stretch of XML said, as one flat list of events over one run of bytes.
///
/// C callbacks write it without allocating, and safe code reads it back. Its size is that of the stretch.
struct XMLTape {
  /// What an event reports.
  enum Kind: UInt8 {
    /// An element opens; its bytes are its local name when the vocabulary lacks it.
    case start
    /// An attribute of the element that opened last; its bytes are the value.
    case attribute
    /// Character data; two such events never stand side by side.
    case text
    /// The innermost open element closes.
    case end
    /// An entity that nothing declares, kept in the text as `&name;`; its bytes are the name.
    case unknownEntity
  }

  /// One event: its bytes are `start..<end` of the tape's.
  struct Event {
    var kind: Kind
    /// The name's place in the vocabulary, counted from 1; 0 for a name that it lacks.
    var name: UInt16 = 0
    var line: Int32
    var start: Int
    var end: Int
  }

  private(set) var events: [Event] = []
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends an event that has its own bytes.
  mutating func append(_ kind: Kind, name: UInt16 = 0, line: Int32, bytes value: some Collection<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: value)
    events.append(Event(kind: kind, name: name, line: line, start: start, end: bytes.count))
  }

  /// Appends an event that has none.
  mutating func append(_ kind: Kind, name: UInt16 = 0, line: Int32) {
    events.append(Event(kind: kind, name: name, line: line, start: bytes.count, end: bytes.count))
  }

  /// Appends character data, to the text before it if that is the last event.
  mutating func appendText(_ text: some Collection<UInt8>, line: Int32) {
    guard let last = events.indices.last, events[last].kind == .text else {
      return append(.text, line: line, bytes: text)
    }
    bytes.append(contentsOf: text)
    events[last].end = bytes.count
  }

  /// The bytes of one event.
  func bytes(of event: Event) -> ArraySlice<UInt8> {
    bytes[event.start..<event.end]
  }
}
