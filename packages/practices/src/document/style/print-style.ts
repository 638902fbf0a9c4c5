/** On paper: black on white, no navigation, no row cut in two. */
export const PRINT_STYLE = `
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; --census: #000; --usage: #000; --error: #000; }
  body { font-size: 10.5pt; }
  .skip, .top nav, .contents { display: none; }
  .page { display: block; }
  .category { break-before: page; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  tr, .control, .card { break-inside: avoid; }
  .rule, .card { border: 1px solid var(--line); }
  thead { display: table-header-group; }
}
`
