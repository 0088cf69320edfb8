import Titer

/// The folder of a sound index of one segment.
private let folder: String = {
  let folder = Scratch.folder("manifest")
  demandNoError("an index can be made") { () throws(IndexError) in
    try SampleIndex.write(to: folder, count: 20, commits: 1)
  }
  return folder
}()

/// Reads a manifest, in a sound envelope where the first byte is odd, and opens the index of it.
func readManifest(_ bytes: [UInt8]) {
  Scratch.write("manifest", enveloped(bytes, magic: "TITERMAN"), in: folder)
  guard let manifest = try? Manifest(FileRegion(path: "\(folder)/manifest")) else { return }
  Scratch.write("manifest", manifest.fileBytes, in: folder)
  let back = demandNoError("what is written is read") { () throws(IndexError) in
    try Manifest(FileRegion(path: "\(folder)/manifest"))
  }
  demand(back == manifest, "a manifest comes back: \(manifest)")
  guard let index = try? Index(path: folder) else { return }
  _ = index.statistics
  try? index.check()
  _ = try? index.search(SegmentSample.queries[0], limit: 3)
}

/// Reads deletions of as many documents as the second and third bytes say.
func readDeletions(_ bytes: [UInt8]) {
  let documents = bytes.count < 3 ? 0 : Int(bytes[1]) | Int(bytes[2]) << 8
  Scratch.write("deletions-1-1", enveloped(bytes.prefix(1) + bytes.dropFirst(3), magic: "TITERDEL"), in: folder)
  let path = "\(folder)/deletions-1-1"
  guard let deletions = try? Deletions(FileRegion(path: path), documents: documents) else { return }
  demand(deletions.count == (0..<documents).count { deletions.contains($0) }, "deletions are counted")
  Scratch.write("deletions-1-1", deletions.fileBytes, in: folder)
  let back = demandNoError("what is written is read") { () throws(IndexError) in
    try Deletions(FileRegion(path: path), documents: documents)
  }
  demand(back == deletions, "deletions come back")
}

/// All bytes but the first: as a file, or where the first is odd as the payload of one.
private func enveloped(_ bytes: some Collection<UInt8>, magic: String) -> [UInt8] {
  let rest = [UInt8](bytes.dropFirst())
  return bytes.first.map { $0 & 1 == 1 } == true ? FileEnvelope.wrap(rest, magic: magic) : rest
}
