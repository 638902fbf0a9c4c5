/** Colours, type and links. The three categories keep their colour wherever Candor shows them. */
export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --sheet: #f5f5f1; --ink: #1d2125; --quiet: #5b626a; --line: #dfdfd8; --link: #0b5c93;
  --census: #0b6aa8; --usage: #0a7a58; --error: #b04a0c; --target: #fff3c9;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Sitka Text', Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, SFMono-Regular, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --sheet: #1c2024; --ink: #e3e6e8; --quiet: #a2a9b0; --line: #31373d; --link: #7cc0f2;
    --census: #6cb6ee; --usage: #58c7a0; --error: #f29a5e; --target: #3a3216;
  }
}
* { box-sizing: border-box; }
html { font-size: 100%; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { overflow-wrap: break-word; margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); }
p, ul, ol, dl, table { margin: 0 0 1rem; }
p, li, dd { text-wrap: pretty; }
h1, h2, h3, h4, h5 { text-wrap: balance; }
h1 { margin: 0 0 1.25rem; font-size: clamp(1.75rem, 1.3rem + 2vw, 2.6rem); line-height: 1.15; font-weight: 600; letter-spacing: -0.012em; }
h2 { margin: 0 0 0.9rem; font-size: clamp(1.45rem, 1.3rem + 0.7vw, 1.8rem); line-height: 1.2; font-weight: 600; letter-spacing: -0.008em; }
h3 { margin: 2.5rem 0 0.75rem; font-size: 1.2rem; line-height: 1.3; font-weight: 600; }
h4 { margin: 0 0 0.35rem; font: 600 1rem/1.4 var(--sans); }
h5 { margin: 0 0 0.6rem; font: 600 0.9375rem/1.4 var(--sans); overflow-wrap: anywhere; }
a { color: var(--link); text-decoration-thickness: from-font; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
code { font-family: var(--mono); font-size: 0.875em; overflow-wrap: anywhere; }
.fine { color: var(--quiet); font: 0.875rem/1.5 var(--sans); }
.lead { font-size: 1.15rem; line-height: 1.55; }
.identifies { padding-left: 1rem; border-left: 3px solid var(--lane); }
.census { --lane: var(--census); }
.usage { --lane: var(--usage); }
.error { --lane: var(--error); }
`
