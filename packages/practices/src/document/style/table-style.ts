/** The tables of data types, the rules and their controls. Narrow screens get one block a data type. */
export const TABLE_STYLE = `
table { width: 100%; margin-top: 1.5rem; border-collapse: collapse; font: 0.9375rem/1.5 var(--sans); }
caption { padding-bottom: 0.5rem; text-align: left; color: var(--quiet); font-size: 0.875rem; }
th, td { padding: 0.7rem 1rem 0.7rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--lane); font-weight: 600; }
tbody th { width: 30%; }
.example { width: 31%; }
td:last-child { padding-right: 0; }
.label { display: block; font-weight: 600; }
.label code { font-size: 0.9375em; }
.self { color: inherit; text-decoration: none; }
.self:hover { text-decoration: underline; }
.label + .self { color: var(--quiet); font-size: 0.9375em; }
.kind { color: var(--quiet); font-size: 0.875rem; }
.self + .kind::before { content: ' · '; }
.notes p { margin: 0 0 0.35rem; }
.notes p:last-child { margin: 0; }
tr:target > * { background: var(--target); }
.rules { padding: 0; list-style: none; counter-reset: rule; }
.rule { margin: 0 0 1.25rem; padding: 1.1rem 1.25rem 1.25rem; background: var(--sheet); border-left: 3px solid var(--lane); border-radius: 2px; }
.rule > :last-child { margin-bottom: 0; }
.rule:not(:only-child) { counter-increment: rule; }
.rule:not(:only-child) h4::before { content: counter(rule) '. '; }
.control { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); font: 0.9375rem/1.5 var(--sans); }
.control .label { display: inline; overflow-wrap: anywhere; margin-left: 0.3rem; color: var(--quiet); font-weight: 400; }
.control dl { margin: 0; }
.control dl > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; padding: 0.15rem 0; }
.control dt { color: var(--quiet); }
.control dd { margin: 0; }
@media (max-width: 40rem) {
  table, tbody, tbody tr, tbody th, tbody td { display: block; width: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  caption { display: block; }
  tbody tr { padding: 0.8rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:first-child { border-top: 2px solid var(--lane); }
  tbody th, tbody td, tbody .example { width: 100%; padding: 0 0 0.3rem; border: 0; }
  .example::before { content: attr(data-label) ': '; color: var(--quiet); font-size: 0.875rem; }
  td.notes:empty { display: none; }
  .rule { padding: 1rem; }
  .control dl > div { display: block; padding: 0.25rem 0; }
}
`
