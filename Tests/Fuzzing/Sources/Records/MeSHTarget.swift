import Records
import Titer

private let folder = Scratch.folder("mesh")

/// Reads headings, and explodes some that the seeds have.
func readHeadings(_ bytes: [UInt8]) {
  Scratch.write("headings", bytes, in: folder)
  guard let thesaurus = try? MeSHFile.read(path: "\(folder)/headings") else { return }
  for name in ["Nephritis", "Lupus Nephritis", "Inflammation & Kidney"] {
    let names = thesaurus.exploded(name)
    demand(names.isEmpty == (thesaurus.heading(name) == nil), "a heading that is there is one of those it stands for")
    demand(names == names.sorted() && names.count <= thesaurus.count, "names come in order, each once: \(names)")
  }
}
