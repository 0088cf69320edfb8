/// What is done with the bytes that libFuzzer makes.
///
/// Its law: `run` returns for all bytes, in time that is linear in them, give or take a logarithm.
struct Target: Sendable {
  /// What `FUZZ_TARGET`, the folder of seeds and the dictionary call it.
  let name: String
  /// Does it.
  let run: @Sendable (_ bytes: [UInt8]) -> Void

  /// All targets.
  static let all = records + queries + analysis + index + evaluation
}
