import { THEME } from '../shared/theme.js'

/** The look of `<candor-options>`: themed by custom properties and by CSS parts. */
export const OPTIONS_STYLE = `${THEME}
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
p { margin: 0.35rem 0 0; }
[part~='decision'], [part~='choice-description'] { color: var(--_muted); font-size: 0.875em; }
[part~='choice'] { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--_border); }
[part~='choice-label'] { display: flex; gap: 0.6rem; align-items: flex-start; width: fit-content; font-weight: 600; cursor: pointer; }
[part~='choice-label']:has(:disabled) { color: var(--_muted); cursor: not-allowed; }
[part~='choice-box'] { flex: none; width: 1.15rem; height: 1.15rem; margin: 0.2rem 0 0; accent-color: var(--_accent); }
[part~='news'] { margin-top: 0.6rem; padding: 0.6rem 0.75rem; border-inline-start: 3px solid var(--_accent); }
[part~='news-text'] { margin: 0; }
[part~='news-agree'] { margin-top: 0.5rem; }
[part~='contents'] { margin-top: 0.35rem; font-size: 0.875em; }
[part~='contents-title'] { width: fit-content; border-radius: 4px; color: var(--_accent); cursor: pointer; }
[part~='contents-list'] { display: grid; gap: 0.3rem; margin: 0.4rem 0 0.2rem; padding-inline-start: 1.2rem; }
[part~='title'], [part~='data-type'], [part~='choice-label'] { unicode-bidi: isolate; }
[part~='note'] { display: block; color: var(--_muted); font-size: 0.93em; }
[part~='foot'] { margin-top: 0.75rem; }
`
