/// Something of an index that isn't as it must be.
public struct Fault: Sendable, Equatable, CustomStringConvertible {
  /// What was expected and what was found, and in which file.
  public let error: IndexError
  /// What the damaged part holds: “the records that answers show”.
  public let holds: String

  /// The fault in one line.
  public var description: String {
    switch error {
    case .corrupt(let path, let expected, let found): "\(path): expected \(expected), found \(found); it holds \(holds)"
    default: "\(error); it holds \(holds)"
    }
  }
}

/// Faults in the order in which they are met.
struct FaultList {
  private(set) var faults: [Fault]

  init(_ faults: [Fault] = []) {
    self.faults = faults
  }

  /// Runs `body`, and notes what it throws as a fault of a part that holds what `holds` says.
  mutating func attempt<T>(holds: String, _ body: () throws(IndexError) -> T) -> T? {
    do throws(IndexError) {
      return try body()
    } catch {
      faults.append(Fault(error: error, holds: holds))
      return nil
    }
  }

  /// Runs `body`, and notes what it throws as a fault of a part of `file`; returns whether it threw nothing.
  @discardableResult
  mutating func attempt(
    holds: String, in file: SegmentFile, _ body: () throws(FormatError) -> Void
  ) -> Bool {
    let done: Void? = attempt(holds: holds) { () throws(IndexError) in
      do throws(FormatError) { try body() } catch { throw error.inFile(file.region.path) }
    }
    return done != nil
  }
}
