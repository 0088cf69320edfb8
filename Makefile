# The README's commands. Each installs the system packages that it misses first.

.PHONY: demo test fuzz lint release quality bench clean

# Never committed: the demo's index, beside the build.
DEMO := .build/demo.idx
TITER := .build/release/titer

demo: release
	@rm -rf $(DEMO)
	$(TITER) index corpus/records.ris corpus/pubmed.xml -o $(DEMO)
	@echo
	$(TITER) search 'CAR T-cell BCMA' --index $(DEMO) -n 3
	@echo
	$(TITER) search 'CD19 lupus' --index $(DEMO) -n 3

# In release, as the demo builds it: engine code without optimisation is too slow for so many random cases.
test: dependencies
	swift test --configuration release --disable-xctest

# Every reader, dialect and file on bytes that libFuzzer makes, each so many seconds; Tests/Fuzzing/run has a few targets only.
SECONDS := 60
fuzz: dependencies
	python3 Tests/Fuzzing/run --seconds $(SECONDS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Workloads \
	  Benchmarks/Material Benchmarks/Strategies/main.swift Benchmarks/Commits Benchmarks/Allocations Benchmarks/Micro/*.swift Benchmarks/Peers/engines/titer

release: dependencies
	swift build --configuration release --product titer

# Relevance claims on collections outside the project, beside published figures.
quality: release
	python3 Benchmarks/Quality/check.py $(TITER)

# Allocations of hot loops, throughput of readers and indexing, parts of the engine by themselves, then search beside other
# engines (QUICK=1: in minutes) and analysis beside theirs; writes Benchmarks/Results.
bench: dependencies
	swift run --package-path Benchmarks --configuration release allocations
	swift run --package-path Benchmarks --configuration release workloads
	python3 Benchmarks/Micro/run.py
	python3 Benchmarks/Peers/run.py $(if $(QUICK),--quick)
	python3 Benchmarks/Peers/analysis.py --speed

clean:
	rm -rf .build .build-tsan Benchmarks/.build Benchmarks/Micro/.build Tests/Fuzzing/.build

.PHONY: dependencies
dependencies:
	@sh .ci/dependencies
