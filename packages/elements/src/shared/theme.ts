/** The colours of the elements: themed by the custom properties; light and dark follow color-scheme. */
export const THEME = `
:host {
  --_text: var(--candor-text, light-dark(#1b2330, #e8ecf3));
  --_muted: var(--candor-muted, light-dark(#566175, #a3aec0));
  --_surface: var(--candor-surface, light-dark(#ffffff, #1c2330));
  --_sunken: var(--candor-sunken, light-dark(#f5f7fa, #151b26));
  --_border: var(--candor-border, light-dark(#d8dee8, #343f52));
  --_accent: var(--candor-accent, light-dark(#0f6cbd, #6cb8f6));
  --_on-accent: var(--candor-on-accent, light-dark(#ffffff, #0d1524));
  --_on: var(--candor-on, light-dark(#0b6a3c, #7bd9a5));
  --_danger: var(--candor-danger, light-dark(#a4262c, #ff9d94));
  --_radius: var(--candor-radius, 10px);
  display: block;
  color: var(--_text);
  font: inherit;
  line-height: 1.5;
  overflow-wrap: anywhere;
}
:host([hidden]), [hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[part~='button'] {
  padding: 0.35rem 0.85rem;
  border: 1px solid var(--_accent);
  border-radius: 6px;
  background: transparent;
  color: var(--_accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
[part~='button']:hover { background: color-mix(in srgb, var(--_accent) 10%, transparent); }
[part~='button'][aria-pressed='true'] { background: var(--_accent); color: var(--_on-accent); }
[part~='button'][aria-disabled='true'] { border-color: var(--_border); color: var(--_muted); background: transparent; cursor: not-allowed; }
`
