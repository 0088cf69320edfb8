import TestSupport
import Testing
import Titer

/// Random lives of an index on a disk that fails and loses power: whatever happens, the index is what was committed last.
@Suite struct PowerLossTests {
  private static let livesInABatch = 500

  @Test(arguments: 0..<UInt64(TestCases.count(usual: 200))) func nothingCommittedIsLost(batch: UInt64) throws {
    for number in 0..<UInt64(Self.livesInABatch) {
      let seed = batch * UInt64(Self.livesInABatch) + number
      let life = IndexLife(seed: seed)
      do {
        try life.run(operations: 14)
      } catch {
        Issue.record("seed \(seed): \(error), after \(life.history)")
        return
      }
    }
  }

  /// The operations of a life do happen, and so do the misfortunes.
  @Test func livesAreFull() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<UInt64(300) {
      let life = IndexLife(seed: seed)
      try life.run(operations: 14)
      for event in life.history { counts[event, default: 0] += 1 }
    }
    for event in IndexLife.Event.allCases where event != .stoodThough {
      #expect(counts[event.rawValue, default: 0] > 20, "\(event): \(counts)")
    }
  }
}

/// One life: a writer, a model of what it must leave behind, and readers that must not be disturbed.
private final class IndexLife {
  enum Event: String, CaseIterable {
    case add, delete, commit, merge, read, reread, close, losePower, failOnce, failAlways, fillDisk, repairDisk
    /// A commit failed.
    case failedCommit
    /// A commit that failed stands all the same.
    case stoodThough
  }

  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  private static let words = ["car", "cell", "lupus"]

  private(set) var history: [String] = []
  private let disk: SimulatedDisk
  private var random: SeededGenerator
  private var writer: Writer?
  /// What the last commit left that was told to be done; `nil` before the first.
  private var committed: IndexModel?
  /// What commits may have left that failed since.
  private var uncertain: [IndexModel] = []
  private var pending = IndexModel()
  private var readers: [(index: Index, model: IndexModel)] = []

  init(seed: UInt64) {
    disk = SimulatedDisk(seed: seed)
    random = SeededGenerator(seed: seed)
  }

  func run(operations: Int) throws {
    for _ in 0..<operations { try step() }
    disk.setFault(nil)
    try close()
    try compare()
    disk.losePower()
    try compare()
    // And another writer goes on.
    try open()
    try add()
    try commit()
    try compare()
    for reader in readers { try compare(reader.index, reader.model) }
  }

  private func step() throws {
    switch below(24) {
    case 0...8: try attempt { try add() }
    case 9, 10: try attempt { try delete() }
    case 11...14: try attempt { try commit() }
    case 15: try merge()
    case 16: try read()
    case 17:
      note(.reread)
      if let reader = readers.randomElement(using: &random) { try compare(reader.index, reader.model) }
    case 18: try close()
    case 19, 20: try losePower()
    case 21: setFault(below(3) == 0 ? .always : .once, after: below(12))
    case 22: setFault(.full, after: below(8))
    default:
      note(.repairDisk)
      disk.setFault(nil)
    }
  }

  /// Does what may fail on purpose, and for no other reason.
  private func attempt(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as IndexError {
      guard case .system(_, _, "fault on purpose") = error else { throw error }
    }
  }

  private func add() throws {
    guard try open() else { return }
    note(.add)
    let words = (0..<below(4)).map { _ in Self.words[below(Self.words.count)] }
    let stored = [UInt8](repeating: UInt8(below(256)), count: below(9))
    let document = Document(id: "\(below(6))", title: words.joined(separator: " "), stored: stored)
    // Where writing a segment fails, the document waits for the next try.
    pending.add(document)
    try writer?.add(document)
  }

  private func delete() throws {
    guard try open() else { return }
    note(.delete)
    let id = "\(below(6))"
    pending.delete(id: id)
    try writer?.delete(id: id)
  }

  private func merge() throws {
    guard try open() else { return }
    note(.merge)
    writer?.merge()
  }

  private func commit() throws {
    guard try open() else { return }
    note(.commit)
    do {
      try writer?.commit()
    } catch {
      note(.failedCommit)
      uncertain.append(pending)
      throw error
    }
    committed = pending
    uncertain = []
  }

  /// Opens the writer, unless a fault keeps it from being opened; returns whether there is one.
  @discardableResult
  private func open() throws -> Bool {
    if writer != nil { return true }
    try attempt {
      writer = try Writer(disk, memoryBudget: [0, 1 << 20][below(2)])
    }
    guard writer != nil else { return false }
    try settle()
    pending = committed ?? IndexModel()
    return true
  }

  private func close() throws {
    note(.close)
    writer = nil
  }

  private func losePower() throws {
    note(.losePower)
    writer = nil
    disk.losePower()
    try settle()
  }

  /// Finds out which of the possible states the disk is in, which from now on is the only one.
  ///
  /// That is so when the power came back, and when a writer was opened: it builds upon what it found. What only a reader saw may still
  /// be lost.
  private func settle() throws {
    disk.setFault(nil)
    let found = try state()
    if let found, found != committed { note(.stoodThough) }
    committed = found
    uncertain = []
  }

  private func read() throws {
    note(.read)
    try attempt {
      guard let index = try opened() else { return }
      guard let model = try possible.first(where: { try difference(index, $0) == nil }) else {
        throw Difference(description: "a reader saw no state that may be")
      }
      readers.append((index, model))
    }
  }

  /// The index; `nil` when nothing was committed yet, or may not have been.
  private func opened() throws -> Index? {
    do { return try Index(storage: disk) } catch IndexError.missing where committed == nil { return nil }
  }

  private var possible: [IndexModel] { (committed.map { [$0] } ?? []) + uncertain }

  /// Which of the possible states the disk is in.
  private func state() throws -> IndexModel? {
    guard let index = try opened() else { return nil }
    var differences: [String] = []
    for model in possible {
      guard let difference = try difference(index, model) else { return model }
      differences.append(difference)
    }
    throw Difference(description: "none of the states that may be: \(differences)")
  }

  /// Makes sure that the disk is in a state that may be.
  private func compare() throws { _ = try state() }

  private func compare(_ index: Index, _ model: IndexModel) throws {
    if let difference = try difference(index, model) { throw Difference(description: difference) }
  }

  private func difference(_ index: Index, _ model: IndexModel) throws -> String? {
    try model.difference(from: index, words: Self.words)
  }

  private func setFault(_ kind: SimulatedDisk.Fault, after operations: Int) {
    switch kind {
    case .once: note(.failOnce)
    case .always: note(.failAlways)
    case .full: note(.fillDisk)
    }
    disk.setFault(kind, after: operations)
  }

  private func note(_ event: Event) { history.append(event.rawValue) }

  private func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}

/// A writer that can be there or not.
private final class Writer {
  private var writer: IndexWriter

  init(_ disk: SimulatedDisk, memoryBudget: Int) throws {
    writer = try IndexWriter(storage: disk, chain: .plain, memoryBudget: memoryBudget, threads: 1, order: .added)
  }

  func add(_ document: Document) throws { try writer.add(document) }

  func delete(id: String) throws { try writer.delete(id: id) }

  func merge() { writer.merge() }

  func commit() throws { try writer.commit() }
}
