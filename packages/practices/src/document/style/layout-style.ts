/** The page: one column, with the contents beside it where there is room. */
export const LAYOUT_STYLE = `
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 1; padding: 0.5rem 1rem; background: var(--paper); font-family: var(--sans); }
.skip:focus { top: 1rem; }
.top, .page, body > footer { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
.top { display: flex; align-items: center; justify-content: space-between; padding-top: 1rem; padding-bottom: 1rem; font: 0.9375rem/1.5 var(--sans); }
.brand { color: inherit; font-weight: 700; letter-spacing: 0.01em; text-decoration: none; }
.top ul { display: flex; gap: 1.25rem; margin: 0; padding: 0; list-style: none; }
.top [aria-current] { font-weight: 600; }
.page { padding-top: 1.5rem; padding-bottom: 3rem; }
main { min-width: 0; }
.contents { margin-bottom: 2.5rem; font: 0.9375rem/1.5 var(--sans); }
.contents h2 { margin: 0 0 0.6rem; font: 600 0.875rem/1.5 var(--sans); color: var(--quiet); letter-spacing: 0; }
.contents ol, .contents ul { margin: 0; padding: 0; list-style: none; }
.contents ol > li { margin-bottom: 0.6rem; padding-left: 0.8rem; border-left: 3px solid var(--lane, var(--line)); }
.contents ul { font-size: 0.875rem; }
.contents a { display: inline-block; padding: 0.1rem 0; color: inherit; text-decoration: none; }
.contents ul a { color: var(--quiet); }
.contents a:hover { text-decoration: underline; }
.category, #remarks { margin-top: 3.5rem; padding-top: 2.25rem; border-top: 1px solid var(--line); }
.category > h2 { color: var(--lane); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14.5rem), 1fr)); gap: 1rem; padding: 0; list-style: none; font: 0.9375rem/1.5 var(--sans); }
.card { display: flex; flex-direction: column; padding: 1rem 1.1rem; background: var(--sheet); border-top: 3px solid var(--lane); border-radius: 2px; }
.card > a { font-weight: 600; font-size: 1.0625rem; color: inherit; }
.card ul { flex: 1; margin: 0.6rem 0; padding: 0; list-style: none; }
.card ul li { margin-bottom: 0.35rem; }
.card strong { display: block; font-weight: 600; }
.card p { margin: 0; }
body > footer { padding-top: 1.5rem; padding-bottom: 3rem; border-top: 1px solid var(--line); font: 0.9375rem/1.5 var(--sans); }
body > footer dl div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; margin-bottom: 0.3rem; }
body > footer dt { min-width: 12rem; color: var(--quiet); }
body > footer dd { margin: 0; min-width: 0; flex: 1 1 18rem; }
@media (min-width: 64rem) {
  .page { display: grid; grid-template-columns: 13rem minmax(0, 52rem); gap: 4rem; justify-content: space-between; }
  .contents { position: sticky; top: 2rem; align-self: start; margin: 0.4rem 0 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`
