"""The engines: one module or folder each, all with the same two programs.

    build CORPUS OUT [--text english|tokens]
    query INDEX QUERIES --mode union|intersection|phrase|count --k K
        --warm W --passes P --budget S --medians FILE [--run FILE]

Lucene and Titer have two more, which `analysis.py` describes and reads:

    tokens TEXTS
    speed TEXTS PASSES

Each prints one JSON line, but `tokens` a line for each text. `build` has the text in memory before its clock starts, and
analyses it in English or, for token corpora, by white space only. `query` writes each query's median in µs to FILE, one
a line; with --run a TREC run. It prints how many queries and passes there were, the hits of a pass, and as `cpu` the
CPU µs a query of the best pass: that stays comparable on a busy machine.
"""
