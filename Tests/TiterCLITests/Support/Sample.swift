import Foundation
import Testing

/// Invented records for the tests.
enum Sample {
  /// Three records; “lupus” stands in two of them, “engineered T cells” as a phrase in one.
  static let ris = """
    TY  - JOUR
    TI  - Engineered T cells in lupus nephritis
    AU  - Okafor, Ngozi
    AU  - Lind, Per
    PY  - 2023
    JO  - Journal of Invented Medicine
    VL  - 4
    IS  - 2
    SP  - 10
    EP  - 19
    DO  - 10.5555/invented.1
    AN  - TEST:1
    AB  - Twelve patients with lupus nephritis were treated. Lupus went into remission in nine of them.
    KW  - autoimmunity
    ER  -\u{20}

    TY  - JOUR
    TI  - Sleep and shift work
    AU  - Moreau, Anne
    PY  - 2019
    JO  - Annals of Fictional Health
    AN  - TEST:2
    AB  - Nurses who work at night sleep for shorter hours. Cells of the immune system were not counted.
    ER  -\u{20}

    TY  - JOUR
    TI  - A registry of lupus
    AU  - Sato, Ken
    PY  - 2021
    JO  - Annals of Fictional Health
    AN  - TEST:3
    AB  - The registry follows patients for ten years.
    ER  -\u{20}

    """

  /// Two records with a broken line between them, the second of the file.
  static let brokenJSONLines = """
    {"_id":"J1","title":"First","text":"alpha"}
    {"_id":"J2","title":
    {"_id":"J3","title":"Third","text":"gamma"}

    """

  /// A folder with the records in `sample.ris`, and their index in `sample.idx`.
  static func indexed() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(ris, to: "sample.ris")
    let run = try scratch.titer("index", "sample.ris", "-o", "sample.idx")
    try #require(run.code == 0, "\(run.errors)")
    return scratch
  }
}

extension Scratch {
  /// Runs `titer` on the index of the sample.
  func onIndex(_ arguments: String..., environment: [String: String] = [:]) throws -> Titer {
    let variables = environment.merging(["TITER_INDEX": "sample.idx"]) { given, _ in given }
    return try Titer(arguments, in: url, environment: variables)
  }
}
