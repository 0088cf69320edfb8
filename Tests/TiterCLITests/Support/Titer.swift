import Foundation
import Testing

/// A run of the command that was built along with the tests.
struct Titer {
  /// What the command wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String
  /// The exit code; a signal's number, negated, when one ended it.
  let code: Int32

  /// The command beside the test bundle, or in the package's debug build.
  static let executable: URL? = {
    let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardizedFileURL
    return [runner, bundle, package.appendingPathComponent(".build/debug/tests")]
      .map { $0.deletingLastPathComponent().appendingPathComponent("titer") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// What sanitizers are told, where the tests are built with one.
  private static let sanitizers = ProcessInfo.processInfo.environment
    .filter { $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "LD_PRELOAD" }

  /// Runs `titer` in `folder` with nothing of the tests' environment but what sanitizers are told.
  ///
  /// - Parameters:
  ///   - arguments: the command line.
  ///   - folder: the working folder; a new one by default.
  ///   - input: what standard input holds.
  ///   - environment: variables besides `COLUMNS`.
  ///   - terminal: what takes the place of standard output.
  ///   - errorTerminal: what takes the place of standard error.
  ///   - meanwhile: what is done while it runs.
  /// - Throws: what keeps the command from being run.
  init(
    _ arguments: [String], in folder: URL = FileManager.default.temporaryDirectory, input: String = "",
    environment: [String: String] = [:], terminal: FileHandle? = nil,
    errorTerminal: FileHandle? = nil, meanwhile: (Process) throws -> Void = { _ in }
  ) throws {
    let executable: URL = try #require(Self.executable, "the command titer is not beside the tests")
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["COLUMNS": "80"]) { given, _ in given }
      .merging(Self.sanitizers) { given, _ in given }
    process.standardInput = try FileHandle(forReadingFrom: scratch.write(input, to: "input"))
    process.standardOutput = try terminal ?? FileHandle(forWritingTo: scratch.write("", to: "output"))
    process.standardError = try errorTerminal ?? FileHandle(forWritingTo: scratch.write("", to: "errors"))
    try process.run()
    try meanwhile(process)
    process.waitUntilExit()
    output = try scratch.read("output", orEmpty: terminal != nil)
    errors = try scratch.read("errors", orEmpty: errorTerminal != nil)
    code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}

/// A folder of its own that goes away with it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("titer-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  func read(_ name: String, orEmpty: Bool = false) throws -> String {
    let file = url.appendingPathComponent(name)
    if orEmpty && !has(name) { return "" }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }

  /// Runs `titer` in this folder.
  func titer(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Titer {
    try Titer(arguments, in: url, input: input, environment: environment)
  }
}
