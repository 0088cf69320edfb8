import Interchange
import Titer

private let folder = Scratch.folder("ciff")
private let index = Scratch.folder("ciff-index")

/// Reads a CIFF file, and makes an index of it: it is refused, or the index is sound and exports a file that gives the same one.
func readCIFF(_ bytes: [UInt8]) {
  guard let first = exported(bytes) else { return }
  demand(exported(first) == first, "an export comes back")
}

/// What the index of a file exports; `nil` where there is none.
private func exported(_ bytes: [UInt8]) -> [UInt8]? {
  Scratch.write("x.ciff", bytes, in: folder)
  for name in (try? DiskStorage(path: index).list()) ?? [] { try? DiskStorage(path: index).remove(name) }
  guard let file = try? CIFFFile(path: "\(folder)/x.ciff") else { return nil }
  _ = file.notes
  do {
    var writer = try IndexWriter(path: index, chain: .plain, threads: 1)
    try file.add(to: &writer)
    try writer.commit()
    let index = try Index(path: index)
    try index.check()
    var bytes: [UInt8] = []
    try CIFFExport(index).write { bytes += $0 }
    return bytes
  } catch let error as IndexError {
    if case .corrupt = error { demand(false, "an index of a CIFF file is sound: \(error)") }
    return nil
  } catch {
    return nil
  }
}
