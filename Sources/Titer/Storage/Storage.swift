/// Where an index's files are kept: one flat folder.
///
/// Its laws: a file whose ``OutputFile/finish()`` returned is durable; `rename` replaces the target in one
/// step and is durable when it returns; an open region isn't disturbed by `rename` or `remove`.
package protocol Storage: Sendable {
  /// The names of all files.
  func list() throws(IndexError) -> [String]
  /// The bytes of a file.
  func open(_ name: String) throws(IndexError) -> FileRegion
  /// A new file to be written from its start; one of that name is emptied.
  func create(_ name: String) throws(IndexError) -> any OutputFile
  /// Gives a file a new name, in place of any other file of that name.
  func rename(_ name: String, to newName: String) throws(IndexError)
  /// Removes a file.
  func remove(_ name: String) throws(IndexError)
  /// Makes durable which files there are and what they are called.
  func sync() throws(IndexError)
  /// Holds the folder against other writers for as long as the lock lives.
  func lock() throws(IndexError) -> any WriteLock
  /// The folder, for messages.
  var path: String { get }
}

/// What keeps other writers away from a folder, until its last owner lets go of it or the process dies.
package protocol WriteLock: AnyObject, Sendable {}

/// A file that is being written.
package protocol OutputFile: AnyObject {
  /// The bytes written so far.
  var count: Int { get }
  /// Appends bytes.
  func write(_ bytes: Span<UInt8>) throws(IndexError)
  /// Makes all that was written durable and closes the file.
  func finish() throws(IndexError)
}
