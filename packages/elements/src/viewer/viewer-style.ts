import { THEME } from '../shared/theme.js'

/** The look of `<candor-viewer>`: themed by custom properties and by CSS parts. */
export const VIEWER_STYLE = `${THEME}
:host { container-type: inline-size; }
* { box-sizing: border-box; }
p, ul, dl, dd, figure, fieldset, h2, h3 { margin: 0; padding: 0; }
ul { list-style: none; }
h2, h3 { font-size: 1em; font-weight: 600; line-height: 1.3; }
small { display: block; color: var(--_muted); font-size: 0.8125em; }
code, pre { font-family: ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace; }

[part~='viewer'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.9rem; }
[part~='endpoint'] { margin-top: -0.6rem; color: var(--_muted); font-size: 0.875em; }
[part~='toolbar'] { margin-top: 0.8rem; display: flex; flex-wrap: wrap; gap: 0.6rem 0.75rem; align-items: end; }
[part~='toolbar-buttons'], [part~='buttons'] { display: flex; flex-wrap: wrap; gap: 0.5rem; }
[part~='toolbar-buttons'] { margin-inline-start: auto; }
[part~='field'] { display: grid; gap: 0.2rem; flex: 1 1 11rem; max-width: 18rem; }
[part~='field-label'] { color: var(--_muted); font-size: 0.8125em; font-weight: 600; }
select, input[type='search'] {
  width: 100%;
  min-height: 2.25rem;
  padding: 0.3rem 0.6rem;
  border: 1px solid color-mix(in srgb, var(--_muted) 70%, var(--_surface));
  border-radius: 6px;
  background: var(--_surface);
  color: inherit;
  font: inherit;
}
input::placeholder { color: var(--_muted); opacity: 1; }

[part~='tab-list'] { display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-bottom: 1px solid var(--_border); }
[part~='tab'] {
  padding: 0.45rem 0.1rem 0.4rem;
  border: 0;
  border-bottom: 3px solid transparent;
  background: none;
  color: var(--_muted);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
[part~='tab']:hover { color: var(--_text); }
[part~='tab-selected'] { border-bottom-color: var(--_accent); color: var(--_text); }
[part~='count'] {
  display: inline-block;
  min-width: 1.6em;
  padding: 0 0.4em;
  border-radius: 999px;
  background: color-mix(in srgb, var(--_muted) 16%, transparent);
  color: var(--_text);
  font-size: 0.8125em;
  font-variant-numeric: tabular-nums;
  text-align: center;
}
[part~='panel'] { padding-top: 0.9rem; border-radius: 4px; }
[part~='list-panel'], [part~='erase-panel'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
[part~='list-note'], [part~='erase-note'] { color: var(--_muted); font-size: 0.9em; max-width: 46rem; }
[part~='list'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
[part~='empty'] { padding: 1.5rem 1rem; border: 1px dashed var(--_border); border-radius: var(--_radius); color: var(--_muted); text-align: center; }
[part~='list-foot'] { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; color: var(--_muted); font-size: 0.875em; }

[part~='item'] { background: var(--_surface); border: 1px solid var(--_border); border-radius: var(--_radius); }
[part~='item-summary'] { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.75rem; padding: 0.6rem 0.9rem; border-radius: var(--_radius); cursor: pointer; list-style: none; }
[part~='item-summary']::-webkit-details-marker { display: none; }
[part~='item-summary']::before { content: '▸'; content: '▸' / ''; width: 0.8em; color: var(--_muted); }
details[open] > [part~='item-summary']::before { content: '▾'; content: '▾' / ''; }
[part~='item-label'] { font-weight: 600; }
[part~='item-state'] { color: var(--_muted); font-size: 0.875em; font-weight: 600; }
[data-tone='good'] [part~='item-state'], [data-tone='good'] > [part~='lane-state'] { color: var(--_on); }
[data-tone='bad'] [part~='item-state'], [data-tone='bad'] > [part~='lane-state'] { color: var(--_danger); }
[part~='item-facts'] { margin-inline-start: auto; color: var(--_muted); font-size: 0.875em; font-variant-numeric: tabular-nums; }
[part~='content'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.9rem; padding: 0.75rem 0.9rem 1rem; border-top: 1px solid var(--_border); }
[part~='readable'], [part~='exact-list'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.9rem; }
[part~='report'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4rem; }
[part~='values'] { width: 100%; border-collapse: collapse; font-size: 0.9375em; }
[part~='period'] { padding-bottom: 0.3rem; color: var(--_muted); font-size: 0.875em; text-align: start; }
caption[part~='period'] { font-size: 0.9333em; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--_border); text-align: start; vertical-align: top; }
th { font-weight: 600; }
thead th { color: var(--_muted); font-size: 0.8667em; }
tbody th { width: 38%; }
tbody tr:last-child > * { border-bottom: 0; }
[part~='number'] { width: 4rem; text-align: end; font-variant-numeric: tabular-nums; }
[part~='data-type-name'] { display: block; color: var(--_muted); font-size: 0.8125em; font-weight: 400; }
[part~='report'] + [part~='report'] { padding-top: 0.9rem; border-top: 1px solid var(--_border); }
[part~='refusal'] { color: var(--_danger); font-size: 0.875em; }
[part~='value-text'] { white-space: pre-wrap; }
[part~='value-text'], [part~='fact-value'], [part~='data-type-name'], [part~='item-label'], [part~='json-name'], [part~='json-text'] { unicode-bidi: isolate; }
[part~='why'], [part~='facts'] { color: var(--_muted); font-size: 0.875em; }
[part~='why-title'] { color: var(--_text); }
[part~='facts'] { display: flex; flex-wrap: wrap; gap: 0.15rem 1.25rem; }
[part~='fact'] { display: flex; gap: 0.4rem; min-width: 0; }
[part~='fact-name'] { flex: none; }
[part~='fact-value'] { color: var(--_text); white-space: pre-wrap; }

[part~='exact'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.35rem; justify-items: start; }
[part~='exact-head'] { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; width: 100%; min-height: 2rem; }
[part~='copy'], [part~='more-lines'] { padding: 0.1rem 0.6rem; font-size: 0.8125em; }
[part~='json'] {
  width: 100%;
  max-height: 26rem;
  margin: 0;
  padding: 0.6rem 0.75rem;
  overflow: auto;
  background: var(--_sunken);
  border: 1px solid var(--_border);
  border-radius: 6px;
  font-size: 0.8125em;
  line-height: 1.5;
  white-space: pre-wrap;
}
[part~='json-line'] { display: block; padding-inline-start: calc(var(--_depth) * 1.25em + 1.25em); text-indent: -1.25em; }
[part~='json-name'] { color: var(--_accent); }
[part~='json-number'], [part~='json-word'] { color: var(--_on); }

[part~='erase-panel'] { gap: 1rem; }
[part~='erase-section'], [part~='failure'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.7rem; padding: 0.9rem 1rem 1rem; background: var(--_surface); border: 1px solid var(--_border); border-radius: var(--_radius); }
[part~='failure'] { border-color: var(--_danger); justify-items: start; }
[part~='lanes'] { min-width: 0; border: 0; }
[part~='lanes-title'] { padding: 0; font-size: 0.875em; font-weight: 600; }
[part~='lane'] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4rem; padding: 0.5rem 0; border-bottom: 1px solid var(--_border); }
[part~='lane']:last-child { border-bottom: 0; padding-bottom: 0; }
[part~='lane-choice'] { display: flex; flex-wrap: wrap; align-items: center; gap: 0.1rem 0.6rem; width: fit-content; cursor: pointer; }
[part~='lane-box'] { flex: none; width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--_accent); }
[part~='lane-label'] { font-weight: 600; }
[part~='lane-known'] { color: var(--_muted); font-size: 0.875em; }
[part~='lane-state'], [part~='outcome'] { font-size: 0.9em; }
[part~='lane'] > [part~='buttons'], [part~='lane-state'], [part~='lane'] > [part~='exact'] { margin-inline-start: 1.75rem; width: auto; }
[part~='outcome'] { color: var(--_on); }

[part~='dialog'] {
  width: min(30rem, calc(100vw - 2rem));
  padding: 1.25rem 1.4rem 1.4rem;
  border: 1px solid var(--_border);
  border-radius: calc(var(--_radius) + 4px);
  background: var(--_surface);
  color: var(--_text);
  box-shadow: 0 12px 40px rgb(8 12 22 / 0.3);
}
[part~='dialog']::backdrop { background: rgb(8 12 22 / 0.5); }
[part~='dialog-title'] { font-size: 1.1em; }
[part~='dialog-text'] { margin: 0.6rem 0 1.1rem; }
[part~='dialog-buttons'] { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.5rem; }
[part~='dialog-confirm'] { border-color: var(--_danger); background: var(--_danger); color: var(--_surface); }
[part~='dialog-confirm']:hover { background: color-mix(in srgb, var(--_danger) 88%, var(--_text)); }

@container (max-width: 30rem) {
  tbody th { width: 45%; }
  th, td { padding-inline-end: 0.5rem; }
  [part~='field'] { flex-basis: 100%; max-width: none; }
  [part~='toolbar-buttons'] { margin-inline-start: 0; }
  [part~='item-state'], [part~='item-facts'] { flex-basis: calc(100% - 1.8rem); margin-inline-start: 1.8rem; }
  [part~='tab-list'] { gap: 0 1rem; }
}
@media (forced-colors: active) {
  [part~='tab-selected'] { border-bottom-color: Highlight; }
}
`
