/// How a line of RIS is told from a wrapped line of text.
///
/// The standard is `TY  - JOUR`: two capitals or digits, two spaces, hyphen, space. With that spacing any tag is taken;
/// with any other (`TY - JOUR`, `TY  -JOUR`, a tab, indentation, small letters) only a tag that databases are known to
/// write, or else wrapped text such as `TB - associated` became a field.
enum RISLine {
  static func parse(_ line: ArraySlice<UInt8>) -> TaggedLine {
    let line = TaggedText.unmarked(line)
    let field = standardField(line) ?? looseField(line)
    if let field { return field.tag == "ER" ? .end : .field(tag: field.tag, value: field.value) }
    return TaggedText.isBlank(line) ? .blank : .continuation(line)
  }

  private typealias Field = (tag: TagCode, value: ArraySlice<UInt8>)

  private static func standardField(_ line: ArraySlice<UInt8>) -> Field? {
    guard line.count >= 5 else { return nil }
    let start = line.startIndex
    guard line[start + 4] == TaggedText.hyphen, line[start + 3] == TaggedText.space,
      line[start + 2] == TaggedText.space,
      line[start].isCapital, TaggedText.isTagByte(line[start + 1])
    else { return nil }
    let tag = TagCode(line.prefix(2))
    guard line.count > 5 else { return (tag, []) }
    return line[start + 5] == TaggedText.space ? (tag, line[(start + 6)...]) : nil
  }

  /// Small letters and indentation need the two spaces, for else text would pass.
  private static func looseField(_ line: ArraySlice<UInt8>) -> Field? {
    let text = line.drop(while: TaggedText.isBlank)
    guard text.count >= 3, let hyphen = text.dropFirst(2).prefix(6).firstIndex(of: TaggedText.hyphen) else {
      return nil
    }
    let tag = TagCode(text.prefix(2))
    let capitals = TagCode(text.prefix(2).map(capital))
    let gap = text[(text.startIndex + 2)..<hyphen]
    let value = text[(hyphen + 1)...]
    guard TaggedText.isBlank(gap), knownTags.contains(capitals) else { return nil }
    let hasWideGap = gap.count >= 2 || gap.first == UInt8(ascii: "\t")
    let isIndentedOrSmall = text.startIndex != line.startIndex || tag != capitals
    if !hasWideGap, isIndentedOrSmall || value.first.map(TaggedText.isBlank) == false { return nil }
    if capitals == "ER", !hasWideGap, !TaggedText.isBlank(value) { return nil }
    return (capitals, value.first == TaggedText.space ? value.dropFirst() : value)
  }

  private static func capital(_ byte: UInt8) -> UInt8 {
    byte.isLetter ? byte & 0xDF : byte
  }

  /// The tags of the RIS specification and those that EndNote, Ovid, Embase, Scopus, Web of Science and Zotero add.
  private static let knownTags = Set(
    """
    TY A1 A2 A3 A4 A5 A6 AB AD AI AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CR CT CY DA DB DO DP ED EP ER ET FD H1 H2 ID
    IP IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NO NV OL OP PA PB PI PM PP PY RD RI RN RP SE SF SL SN
    SO SP SR ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UK UR VL VO WP WT WV Y1 Y2 YR
    """.utf8.split { $0 <= 0x20 }.map { TagCode($0) })
}
