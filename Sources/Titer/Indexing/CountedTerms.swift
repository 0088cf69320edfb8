/// The terms that count in an order, numbered from 0.
struct CountedTerms {
  // One number less than 16 bits have, that one being for terms that don't count.
  private static let most = Int(UInt16.max)

  /// How many.
  private(set) var terms = 0
  /// Their postings.
  private(set) var postings = 0
  /// The number of documents of the commonest.
  private(set) var largestFrequency = 0
  private var numbers: [UInt16]

  /// The terms of the frequencies that the settings name; when they are more than 65,535, only the commonest of them.
  init(_ forward: ForwardIndex, termCount: Int, settings: DocumentOrder.Settings) {
    var frequencies = [UInt32](repeating: 0, count: termCount)
    for term in forward.terms { frequencies[Int(term)] &+= 1 }
    numbers = Array(repeating: .max, count: termCount)
    let range = Self.range(frequencies, documents: forward.documents, settings)
    for (term, frequency) in frequencies.enumerated() where range.contains(Int(frequency)) {
      numbers[term] = UInt16(terms)
      terms += 1
      postings += Int(frequency)
      largestFrequency = max(largestFrequency, Int(frequency))
    }
  }

  private static func range(
    _ frequencies: [UInt32], documents: Int, _ settings: DocumentOrder.Settings
  ) -> Range<Int> {
    let least = max(settings.minimumFrequency, 1)
    let limit = max(Int(settings.maximumShare * Double(documents)) + 1, least)
    let counted = frequencies.filter { (least..<limit).contains(Int($0)) }
    guard counted.count > most else { return least..<limit }
    return Int(counted.sorted(by: >)[most]) + 1..<limit
  }

  /// Writes the documents' lists of these terms.
  func fill(_ lists: Bisection.Lists, from forward: ForwardIndex) {
    var next = 0
    for document in 0..<forward.documents {
      let start = next
      for index in forward.starts[document]..<forward.starts[document + 1] {
        let number = numbers[Int(forward.terms[index])]
        lists.terms[next] = number
        next += number == .max ? 0 : 1
      }
      lists.documents[document] = UInt32(document)
      lists.lengths[document] = UInt32(next - start)
    }
  }
}
