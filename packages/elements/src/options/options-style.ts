/** The look of `<candor-options>`: themed by the custom properties at its top and by CSS parts; light and dark follow color-scheme. */
export const OPTIONS_STYLE = `
:host {
  --_text: var(--candor-text, light-dark(#1b2330, #e8ecf3));
  --_muted: var(--candor-muted, light-dark(#566175, #a3aec0));
  --_surface: var(--candor-surface, light-dark(#ffffff, #1c2330));
  --_border: var(--candor-border, light-dark(#d8dee8, #343f52));
  --_accent: var(--candor-accent, light-dark(#0f6cbd, #6cb8f6));
  --_on: var(--candor-on, light-dark(#0b6a3c, #7bd9a5));
  --_radius: var(--candor-radius, 10px);
  display: block;
  color: var(--_text);
  font: inherit;
  line-height: 1.5;
}
:host([hidden]), [hidden] { display: none !important; }
[part~='list'] { display: grid; gap: 0.75rem; }
[part~='category'] {
  padding: 0.875rem 1rem;
  background: var(--_surface);
  border: 1px solid var(--_border);
  border-radius: var(--_radius);
}
[part~='heading'] { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1rem; }
[part~='title'] { margin: 0; font-size: 1em; font-weight: 600; }
[part~='state'] {
  padding: 0.05rem 0.6rem;
  border: 1px solid currentColor;
  border-radius: 999px;
  color: var(--_muted);
  font-size: 0.8125em;
  font-weight: 600;
}
[part~='state-on'] { color: var(--_on); }
p { margin: 0.35rem 0 0; overflow-wrap: anywhere; }
[part~='decision'], [part~='choice-description'] { color: var(--_muted); font-size: 0.875em; }
[part~='choice'] { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--_border); }
[part~='choice-label'] { display: flex; gap: 0.6rem; align-items: flex-start; width: fit-content; font-weight: 600; cursor: pointer; }
[part~='choice-label']:has(:disabled) { color: var(--_muted); cursor: not-allowed; }
[part~='choice-box'] { flex: none; width: 1.15rem; height: 1.15rem; margin: 0.2rem 0 0; accent-color: var(--_accent); }
[part~='choice-box']:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
[part~='news'] { margin-top: 0.6rem; padding: 0.6rem 0.75rem; border-inline-start: 3px solid var(--_accent); }
[part~='news-text'] { margin: 0; }
[part~='news-agree'] {
  margin-top: 0.5rem;
  padding: 0.35rem 0.85rem;
  border: 1px solid var(--_accent);
  border-radius: 6px;
  background: transparent;
  color: var(--_accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
[part~='news-agree']:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
