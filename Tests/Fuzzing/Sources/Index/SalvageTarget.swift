import Titer

/// A sound index of two segments, one with deletions, and its files.
private enum SalvageSample {
  static let documents = 150
  static let folder: String = {
    let folder = Scratch.folder("salvage")
    demandNoError("an index can be made") { () throws(IndexError) in
      try SampleIndex.write(to: folder, count: documents, commits: 2)
    }
    return folder
  }()
  static let files = ["segment-1", "segment-2", "deletions-1-2", "manifest"].map { name in
    (name: name, bytes: Scratch.read(name, in: folder))
  }
}

/// Makes changes to a file of a sound index, or two, checks it, and makes sure that what is salvaged is as it was stored.
///
/// The first byte chooses the files.
func salvage(_ bytes: [UInt8]) {
  var feed = ByteFeed(bytes)
  let choice = feed.byte()
  let names = [choice & 3, choice >> 2 & 3]
  var files = SalvageSample.files
  for number in 0..<16 where !feed.isEmpty { change(&files[names[number & 1]].bytes, &feed) }
  for file in files { Scratch.write(file.name, file.bytes, in: SalvageSample.folder) }
  if let check = try? IndexCheck(storage: DiskStorage(path: SalvageSample.folder), depth: .structures) {
    demand(check.faults.allSatisfy { !$0.holds.isEmpty }, "a fault says what it is of: \(check.faults)")
  }
  guard var salvage = try? Salvage(path: SalvageSample.folder) else { return }
  var kept = 0
  try? salvage.visit { stored in
    kept += 1
    let text = String(decoding: stored, as: UTF8.self)
    let number = Int(text.dropFirst("stored ".count))
    demand(number.map { 0..<SalvageSample.documents ~= $0 && text == "stored \($0)" } == true, "\(text) was stored so")
  }
  // Where deletions are lost, what was deleted comes too.
  let (all, found) = (salvage.documents, kept + salvage.lost.count + salvage.lostWithoutName)
  demand(!salvage.faults.isEmpty || found == all, "\(found) documents were kept or lost of \(all)")
}
