internal import Titer

/// Reads MeSH headings out of NLM's XML.
///
///     <DescriptorRecordSet>
///       <DescriptorRecord>
///         <DescriptorName><String>Lupus Nephritis</String></DescriptorName>
///         <TreeNumberList><TreeNumber>C12.050.351.968</TreeNumber></TreeNumberList>
///         <ConceptList><Concept><TermList><Term><String>Nephritis, Lupus</String></Term></TermList></Concept></ConceptList>
///       </DescriptorRecord>
///     </DescriptorRecordSet>
///
/// Source: NLM, "MeSH XML data elements".
struct MeSHXML {
  private var parser = XMLParser(XMLVocabulary(MeSHName.self))
  private var tape = XMLTape()
  /// The open elements, outermost first.
  private var path: [MeSHName?] = []
  private var text: [UInt8] = []
  private var entry = Thesaurus.Entry(name: "", synonyms: [], places: [])
  private var entries: [Thesaurus.Entry] = []

  /// The headings of a file.
  ///
  /// - Throws: ``ReadError`` when it can't be read, isn't well-formed, or has none.
  static func entries(of input: Input) throws(ReadError) -> [Thesaurus.Entry] {
    var reader = MeSHXML()
    var source = XMLByteSource(input)
    var isAtEnd = false
    while !isAtEnd {
      let slice = try source.next()
      isAtEnd = slice == nil
      reader.read(slice ?? [], isLast: isAtEnd)
      if let fault = reader.parser.fault {
        throw .unexpected(
          file: input.name, expected: "well-formed XML", found: "\(fault.message) in line \(fault.line)")
      }
    }
    guard !reader.entries.isEmpty else {
      throw .unexpected(file: input.name, expected: "MeSH's XML with <DescriptorRecord>", found: "none")
    }
    return reader.entries
  }

  private mutating func read(_ slice: ArraySlice<UInt8>, isLast: Bool) {
    tape.removeAll()
    parser.parse(slice, isLast: isLast, onto: &tape)
    for event in tape.events {
      switch event.kind {
      case .start:
        path.append(event.name == 0 ? nil : MeSHName.allCases[Int(event.name) - 1])
        text.removeAll(keepingCapacity: true)
      case .text: text += tape.bytes(of: event)
      case .end: end()
      case .attribute, .unknownEntity: break
      }
    }
  }

  private mutating func end() {
    let value = String(decoding: text, as: UTF8.self)
    switch path.popLast() ?? nil {
    case .string where path.last == .descriptorName: entry.name = value
    case .string where path.last == .term: if value != entry.name { entry.synonyms.append(value) }
    case .treeNumber: entry.places.append(value)
    case .descriptorRecord:
      if !entry.name.isEmpty { entries.append(entry) }
      entry = Thesaurus.Entry(name: "", synonyms: [], places: [])
    default: break
    }
  }
}

/// The elements of MeSH's XML that matter here, and those that other headings stand in.
private enum MeSHName: String, XMLName {
  case descriptorRecord = "DescriptorRecord"
  case descriptorName = "DescriptorName"
  case treeNumber = "TreeNumber"
  case term = "Term"
  case string = "String"
  case qualifiers = "AllowableQualifiersList"
  case related = "SeeRelatedList"
  case combinations = "EntryCombinationList"
  case actions = "PharmacologicalActionList"
  case alternatives = "ConsiderAlso"

  static let unread: Set<MeSHName> = [.qualifiers, .related, .combinations, .actions, .alternatives]
}
