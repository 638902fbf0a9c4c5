import { escapeHtml } from '../document/html/escape.js'
import { PRACTICES_STYLE } from '../document/style/practices-style.js'
import { LANGUAGES, type Language } from '../language.js'
import type { Cloud, Endpoint, EndpointList } from './endpoints.js'
import { ENDPOINT_TEXTS, type EndpointTexts } from './endpoint-texts.js'

const cell = (label: string, html: string): string =>
  `<td role="cell" data-label="${escapeHtml(label)}">${html}</td>`

const row = (
  { host, port = 443, purpose, need, ifBlocked, since }: Endpoint,
  language: Language,
  texts: EndpointTexts,
): string =>
  `<tr role="row">
<th role="rowheader" scope="row"><code translate="no">${escapeHtml(host)}:${port}</code></th>
${cell(texts.purpose, escapeHtml(purpose[language]))}
${cell(texts.need, escapeHtml(texts[need]))}
${cell(texts.ifBlocked, escapeHtml(ifBlocked[language]))}
${cell(texts.since, String(since))}
</tr>`

const cloudHtml = (
  [name, { label, endpoints }]: readonly [string, Cloud],
  language: Language,
  texts: EndpointTexts,
): string => {
  const heads = [texts.host, texts.purpose, texts.need, texts.ifBlocked, texts.since]
  return `<section aria-labelledby="${escapeHtml(name)}">
<h2 id="${escapeHtml(name)}">${escapeHtml(label[language])} <code translate="no">${escapeHtml(name)}</code></h2>
<table role="table"><thead role="rowgroup"><tr role="row">
${heads.map((head) => `<th role="columnheader" scope="col">${escapeHtml(head)}</th>`).join('')}
</tr></thead><tbody role="rowgroup">
${endpoints.map((endpoint) => row(endpoint, language, texts)).join('\n')}
</tbody></table></section>`
}

const languageLink = (other: Language, language: Language): string =>
  other === language
    ? `<li><span aria-current="true" lang="${other}">${ENDPOINT_TEXTS[other].languageName}</span></li>`
    : `<li><a href="?lang=${other}" hreflang="${other}" lang="${other}">${ENDPOINT_TEXTS[other].languageName}</a></li>`

/**
 * The page of the endpoints, for the admins of firewalls: per cloud what must be reachable, why, and what breaks if it
 * is not. No script; its one style element is PRACTICES_STYLE.
 */
export const renderEndpointsHtml = (list: EndpointList, language: Language): string => {
  const texts = ENDPOINT_TEXTS[language]
  const changes = list.changes.map(
    ({ version, text }) => `<li value="${version}">${escapeHtml(text[language])}</li>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(texts.title)}</title>
<style>${PRACTICES_STYLE}</style>
</head>
<body>
<header class="top"><a class="brand" href="/" translate="no">Candor</a>
<nav aria-label="${escapeHtml(texts.languages)}"><ul>${LANGUAGES.map((other) => languageLink(other, language)).join('')}</ul></nav></header>
<div class="page"><main id="content">
<h1>${escapeHtml(texts.title)}</h1>
<p class="lead">${escapeHtml(texts.summary)}</p>
${Object.entries(list.clouds)
  .map((cloud) => cloudHtml(cloud, language, texts))
  .join('\n')}
<h2>${escapeHtml(texts.changes)}</h2>
<ol>${changes.join('')}</ol>
</main></div>
<footer><p class="fine">${escapeHtml(texts.version)} ${list.version} · <a href="/v1/endpoints" translate="no">JSON</a></p></footer>
</body>
</html>
`
}
