/// How reports look: like a printed paper, with colours that people who confuse red and green tell apart.
///
/// Colours are Okabe and Ito's (2008), made lighter for dark grounds.
let styleSheet: StaticString = """

  :root {
    color-scheme: light dark;
    --paper: #ffffff; --ink: #1b1b1f; --soft: #5c5f66; --rule: #b9bcc2; --grid: #e9eaed;
    --gain: #0072b2; --loss: #d55e00; --heat: #56b4e9;
    --series-1: #0072b2; --series-2: #d55e00; --series-3: #007f5f; --series-4: #a8548a; --series-5: #8a6d00;
    --series-6: #4d4d57;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #16171a; --ink: #e6e6e9; --soft: #a2a5ad; --rule: #53565e; --grid: #292b30;
      --gain: #56b4e9; --loss: #f08a3c; --heat: #00639c;
      --series-1: #56b4e9; --series-2: #f08a3c; --series-3: #3cc9a0; --series-4: #e09bc4; --series-5: #e3c84b;
      --series-6: #b4b6bf;
    }
  }
  * { box-sizing: border-box; }
  body {
    margin: 0; background: var(--paper); color: var(--ink);
    font: 1rem/1.55 Charter, "Bitstream Charter", "Source Serif 4", "Noto Serif", Georgia, serif;
  }
  main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 600; margin: 0 0 1rem; text-wrap: balance; }
  h2 { font-size: 1.2rem; line-height: 1.3; font-weight: 600; margin: 2.75rem 0 0.75rem; }
  p { margin: 0 0 0.9rem; text-wrap: pretty; }
  h1, h2, p, caption, figcaption, td, th { overflow-wrap: anywhere; }
  .summary { color: var(--soft); }
  figure { margin: 1.5rem 0 2rem; }
  figcaption, caption { font-size: 0.95rem; text-align: left; padding: 0 0 0.5rem; }
  .note { font-size: 0.85rem; color: var(--soft); margin: 0.5rem 0 0; }
  .scroll { overflow-x: auto; }
  table {
    border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums;
    border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink);
  }
  th, td { padding: 0.32rem 0.6rem; text-align: left; vertical-align: baseline; overflow-wrap: normal; }
  tr > :first-child { padding-left: 0.15rem; min-width: 8rem; max-width: 20rem; overflow-wrap: break-word; }
  thead th { font-weight: 600; border-bottom: 1px solid var(--rule); vertical-align: bottom; }
  tbody th { font-weight: 400; }
  .number { text-align: right; white-space: nowrap; }
  thead .number { white-space: normal; }
  .best { font-weight: 700; }
  .mark { display: inline-block; width: 1.1em; text-align: left; padding-left: 0.2em; font-size: 0.75em; }
  .mark.better { color: var(--gain); } .mark.worse { color: var(--loss); }
  svg { display: block; width: 100%; min-width: 34rem; height: auto; }
  svg text { font: 11px system-ui, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", Helvetica, Arial, sans-serif; fill: var(--ink); }
  svg .tick { fill: var(--soft); font-variant-numeric: tabular-nums; }
  svg .small { font-size: 9.5px; }
  .end { text-anchor: end; } .middle { text-anchor: middle; }
  .grid { stroke: var(--grid); stroke-width: 1; }
  .axis { stroke: var(--rule); stroke-width: 1; fill: none; }
  .zero { stroke: var(--ink); stroke-width: 1; }
  .gain { fill: var(--gain); } .loss { fill: var(--loss); } .tie { fill: var(--soft); }
  .curve { fill: none; stroke-width: 1.9; stroke-linejoin: round; stroke-linecap: round; }
  .reference { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 1 4; stroke-linecap: round; }
  .s1 { stroke: var(--series-1); } .s2 { stroke: var(--series-2); stroke-dasharray: 7 4; }
  .s3 { stroke: var(--series-3); stroke-dasharray: 2 4; } .s4 { stroke: var(--series-4); stroke-dasharray: 9 4 2 4; }
  .s5 { stroke: var(--series-5); stroke-dasharray: 4 3; } .s6 { stroke: var(--series-6); stroke-dasharray: 12 4; }
  .heat { fill: var(--heat); }
  .chosen { fill: none; stroke: var(--ink); stroke-width: 1.75; }
  @media print {
    :root {
      color-scheme: light;
      --paper: #ffffff; --ink: #000000; --soft: #444444; --rule: #888888; --grid: #e2e2e2;
      --gain: #0072b2; --loss: #d55e00; --heat: #56b4e9;
      --series-1: #0072b2; --series-2: #d55e00; --series-3: #007f5f; --series-4: #a8548a; --series-5: #8a6d00;
      --series-6: #4d4d57;
    }
    @page { margin: 18mm; }
    body { font-size: 10.5pt; }
    main { max-width: none; padding: 0; }
    h2, section > p { break-after: avoid; }
    figure, tr { break-inside: avoid; }
    .scroll { overflow: visible; }
    svg { min-width: 0; }
    svg, .scroll { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }

  """
