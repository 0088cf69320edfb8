/// A random generator whose numbers follow from its seed, on every machine and in every version.
///
/// All that is random here takes its bits from it alone: tests, intervals and folds under the same seed have the same
/// figures. Shuffles and bounded numbers are its own, since those of the standard library may change.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Period 2⁶⁴.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The generator's beginning under a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0 to `bound` − 1, each as likely as any other.
  ///
  /// It is the high half of `bits · bound`. The 2⁶⁴ mod `bound` lowest low halves are drawn again, which leaves as many bits
  /// for each number.
  ///
  /// - Precondition: `bound` > 0.
  /// - Complexity: one multiplication, and a division in `bound` of 2⁶⁴ draws.
  /// - Source: Lemire, "Fast random integer generation in an interval", TOMACS 2019.
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "a bound must be above 0")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let surplus = (0 &- bound) % bound
      while product.low < surplus { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// The elements in a random order, each order as likely as any other (Fisher and Yates; Knuth, TAOCP 2, 3.4.2 P).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, next(below: last + 1)) }
    return elements
  }
}
