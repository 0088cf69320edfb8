import ArgumentParser

/// The command `titer`.
@main
struct TiterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "titer",
    abstract: "Search the records of a literature review.")
}
