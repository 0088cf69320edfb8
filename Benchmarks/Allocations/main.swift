// Checks that what runs per posting, key, term or word allocates no memory, and that a query allocates little, however many
// documents there are.
//
//     swift run --package-path Benchmarks --configuration release allocations

import Foundation
import Material

let few = try Collection(documents: 20_000)
let many = try Collection(documents: 60_000)

var checks = Checks()
checks.expectCounting()
try checks.checkKernels(Queries.union, many.segment)
try checks.checkKernels(Queries.wide, many.segment)
checks.checkSets()
try checks.checkTerms(few.segment)
try checks.checkAnalysis()
try checks.checkEvaluation(few, many)
try checks.checkSearches(few, many)

guard checks.failures == 0 else {
  print("\(checks.failures) steps allocate more than they may")
  exit(1)
}
