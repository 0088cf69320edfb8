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
    for seed in 0..<UInt64(600) {
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
    case add, update, delete, deleteFound, commit, merge, vacuum, read, reread, close, losePower, failOnce, failAlways,
      fillDisk, repairDisk
    /// Segments were merged beside the writer.
    case backgroundMerge
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
  /// What the writer merges in the background, two of three.
  private let merges = HeldMerges()
  /// What the last commit left that was told to be done; `nil` before the first.
  private var committed: IndexModel?
  /// What commits may have left that failed since.
  private var uncertain: [IndexModel] = []
  private var pending = IndexModel()
  /// The identifiers of documents that came or went since the last commit.
  private var changed: Set<String> = []
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
    if below(3) == 0 { runMerges() }
    switch below(28) {
    case 0...6: try attempt { try add() }
    case 7...9: try attempt { try update() }
    case 10, 11: try attempt { try delete() }
    case 12: try attempt { try deleteFound() }
    case 13...16: try attempt { try commit() }
    case 17: try merge()
    case 18: try vacuum()
    case 19: try read()
    case 20:
      note(.reread)
      if let reader = readers.randomElement(using: &random) { try compare(reader.index, reader.model) }
    case 21: try close()
    case 22, 23: try losePower()
    case 24, 25: setFault(below(3) == 0 ? .always : .once, after: below(12))
    case 26: setFault(.full, after: below(8))
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
    for _ in 0...below(4) {
      let document = document()
      // Where writing a segment fails, the document waits for the next try.
      pending.add(document)
      changed.insert(document.id)
      try writer?.add(document)
    }
  }

  private func update() throws {
    guard try open() else { return }
    note(.update)
    // Half of them are as the last commit has them.
    let known = below(2) == 0 ? committed?.documents.values.sorted { $0.id < $1.id }.randomElement(using: &random) : nil
    let document = known ?? document()
    let isKnown = committed?.documents[document.id]?.stored == document.stored
    // What is stored with the same bytes is the same document.
    pending.add(isKnown ? committed?.documents[document.id] ?? document : document)
    if isKnown { changed.remove(document.id) } else { changed.insert(document.id) }
    try writer?.update(document)
  }

  private func document() -> Document {
    let words = (0..<below(4)).map { _ in Self.words[below(Self.words.count)] }
    let stored = [UInt8](repeating: UInt8(below(256)), count: below(9))
    return Document(id: "\(below(8))", title: words.joined(separator: " "), stored: stored)
  }

  private func delete() throws {
    guard try open() else { return }
    note(.delete)
    let id = "\(below(8))"
    pending.delete(id: id)
    changed.insert(id)
    try writer?.delete(id: id)
  }

  /// Deletes what a word finds in the last commit, apart from what came or went since.
  private func deleteFound() throws {
    guard try open() else { return }
    note(.deleteFound)
    let word = Self.words[below(Self.words.count)]
    for id in committed?.ids(holding: word) ?? [] where !changed.contains(id) {
      pending.delete(id: id)
      changed.insert(id)
    }
    try writer?.delete(Query([.phrase(word)]))
  }

  private func merge() throws {
    guard try open() else { return }
    note(.merge)
    writer?.merge()
  }

  private func vacuum() throws {
    guard try open() else { return }
    note(.vacuum)
    writer?.vacuum()
  }

  private func commit() throws {
    guard try open() else { return }
    note(.commit)
    runMerges()
    do {
      try writer?.commit()
    } catch {
      note(.failedCommit)
      uncertain.append(pending)
      throw error
    }
    committed = pending
    changed = []
    uncertain = []
  }

  /// Opens the writer, unless a fault keeps it from being opened; returns whether there is one.
  @discardableResult
  private func open() throws -> Bool {
    if writer != nil { return true }
    try attempt {
      writer = try Writer(disk, memoryBudget: [0, 0, 1 << 20][below(3)], merges: below(3) > 0 ? merges : nil)
    }
    guard writer != nil else { return false }
    try settle()
    pending = committed ?? IndexModel()
    changed = []
    return true
  }

  private func close() throws {
    note(.close)
    writer = nil
  }

  private func runMerges() {
    guard !merges.isEmpty else { return }
    note(.backgroundMerge)
    merges.run()
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
  private let merges: HeldMerges?

  /// One that merges by way of `merges`, within commits where there are none.
  init(_ disk: SimulatedDisk, memoryBudget: Int, merges: HeldMerges?) throws {
    self.merges = merges
    writer = try IndexWriter(
      storage: disk, chain: .plain, memoryBudget: memoryBudget, threads: 1, order: .added,
      merging: merges == nil ? .withinCommit : .inBackground, mergeRunner: merges?.runner ?? BackgroundMerge.onThread)
  }

  // The writer waits for what it has begun.
  deinit { merges?.run() }

  func add(_ document: Document) throws { try writer.add(document) }

  func update(_ document: Document) throws { _ = try writer.update(document) }

  func delete(id: String) throws { try writer.delete(id: id) }

  func delete(_ query: Query) throws { try writer.delete(query) }

  func merge() { writer.merge() }

  func vacuum() { writer.vacuum() }

  func commit() throws { try writer.commit() }
}
