import Synchronization

/// The score that a document must reach to be among the best, as all searching threads know it so far.
///
/// Any thread that has as many documents as are wanted may raise it to the worst of them.
final class SharedThreshold: Sendable {
  private let bits = Atomic<UInt32>(0)

  /// The score.
  var value: Float { Float(bitPattern: bits.load(ordering: .relaxed)) }

  /// Raises the score, if it is lower; both at least 0, whose bits order as the numbers do.
  func raise(_ score: Float) {
    if score > value { _ = bits.max(score.bitPattern, ordering: .relaxed) }
  }
}
