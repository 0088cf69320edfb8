// The emoji of a text, each as long as it gets:
//
//     emoji    = element (joiner element)* | element tag+ tag-end | (# or *) mark* selector? key-cap mark* | flag
//     element  = joiner* picture mark* selector? | modifier mark*
//     flag     = letter mark* letter mark*           two regional indicators
//
// Marks are what belongs to the character before it, the selectors of text and picture left out; joiners and modifiers are
// marks too. Source: the rule `emoji_sequence` of Unicode Technical Standard #51 as Lucene's `StandardTokenizer` has it.

extension WordScanner {
  /// The end of the emoji that begins at `start`, or `nil` if there is none.
  func emojiEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    let first = text.scalar(at: start)
    switch first.value {
    case 0..<0x80: return keyCapEnd(in: text, from: start + 1)
    case Emoji.regionalIndicators: return flagEnd(in: text, from: start + first.length)
    default: return sequenceEnd(in: text, from: start)
    }
  }

  private func sequenceEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    guard var end = elementEnd(in: text, from: start) else { return nil }
    if let tagged = tagsEnd(in: text, from: end) { return tagged }
    while let next = nextElementEnd(in: text, after: end) { end = next }
    return end
  }

  private func elementEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    guard let first = text.scalar(ifAt: start) else { return nil }
    if Emoji.modifiers ~= first.value { return skipMarks(in: text, from: start + first.length) }
    var index = start
    while let joiner = text.scalar(ifAt: index), joiner.value == Emoji.zeroWidthJoiner { index += joiner.length }
    guard let picture = text.scalar(ifAt: index), Emoji.isPicture(picture.value) else { return nil }
    return skipSelector(in: text, from: skipMarks(in: text, from: index + picture.length))
  }

  /// The end of the element that a joiner before or at `end` joins to the one that ends there.
  private func nextElementEnd(in text: Span<UInt8>, after end: Int) -> Int? {
    if end >= 3, text.scalar(at: end - 3).value == Emoji.zeroWidthJoiner { return elementEnd(in: text, from: end) }
    guard let joiner = text.scalar(ifAt: end), joiner.value == Emoji.zeroWidthJoiner else { return nil }
    return elementEnd(in: text, from: end + joiner.length)
  }

  /// The end of tags behind a selector; tags behind a picture are marks of it.
  private func tagsEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let tag = text.scalar(ifAt: index), Emoji.tags ~= tag.value { index += tag.length }
    guard index > start, let end = text.scalar(ifAt: index), end.value == Emoji.tagEnd else { return nil }
    return index + end.length
  }

  private func keyCapEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    var hasKeyCap = false
    let end = skipMarks(in: text, from: start) { hasKeyCap = hasKeyCap || $0 == Emoji.keyCap }
    let selected = skipSelector(in: text, from: end)
    if selected > end, let cap = text.scalar(ifAt: selected), cap.value == Emoji.keyCap {
      return skipMarks(in: text, from: selected)
    }
    return hasKeyCap ? end : nil
  }

  private func flagEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    let middle = skipExtenders(in: text, from: start)
    guard let second = text.scalar(ifAt: middle), Emoji.regionalIndicators ~= second.value else { return nil }
    return skipExtenders(in: text, from: middle + second.length)
  }

  private func skipSelector(in text: Span<UInt8>, from start: Int) -> Int {
    guard let selector = text.scalar(ifAt: start), selector.value == Emoji.pictureSelector else { return start }
    return start + selector.length
  }

  /// The end of the marks at `start`, each of which is shown to `visit`.
  private func skipMarks(in text: Span<UInt8>, from start: Int, _ visit: (UInt32) -> Void = { _ in }) -> Int {
    var index = start
    while let mark = text.scalar(ifAt: index), Emoji.isMark(mark.value, class: table[scalar: mark.value]) {
      visit(mark.value)
      index += mark.length
    }
    return index
  }
}

extension Span<UInt8> {
  /// The character at `index`, or `nil` at the end.
  fileprivate func scalar(ifAt index: Int) -> DecodedScalar? { index < count ? scalar(at: index) : nil }
}
