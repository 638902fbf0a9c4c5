import { escapeHtml } from '../document/html/escape.js'
import { PRACTICES_STYLE } from '../document/style/practices-style.js'
import { LANGUAGES, type Language } from '../language.js'
import type { Cloud, Endpoint, EndpointList } from './endpoints.js'
import { ENDPOINT_TEXTS, type EndpointTexts } from './endpoint-texts.js'

const row = (
  { host, port = 443, purpose, need, ifBlocked, since }: Endpoint,
  language: Language,
  texts: EndpointTexts,
): string => `<tr role="row">
<th role="rowheader" scope="row"><code translate="no">${escapeHtml(host)}:${port}</code>
<span class="kind">${escapeHtml(texts[need])} · ${escapeHtml(texts.since)} ${since}</span></th>
<td role="cell">${escapeHtml(purpose[language])}</td>
<td role="cell" class="notes"><p>${escapeHtml(ifBlocked[language])}</p></td>
</tr>`

const cloudHtml = (
  [name, { label, endpoints }]: readonly [string, Cloud],
  language: Language,
  texts: EndpointTexts,
): string => {
  const heads = [texts.host, texts.purpose, texts.ifBlocked]
  return `<section class="category" aria-labelledby="${escapeHtml(name)}">
<h2 id="${escapeHtml(name)}">${escapeHtml(label[language])}</h2>
<p><code translate="no">${escapeHtml(name)}</code></p>
<table role="table"><thead role="rowgroup"><tr role="row">
${heads.map((head) => `<th role="columnheader" scope="col">${escapeHtml(head)}</th>`).join('')}
</tr></thead><tbody role="rowgroup">
${endpoints.map((endpoint) => row(endpoint, language, texts)).join('\n')}
</tbody></table></section>`
}

const contentsHtml = ({ clouds }: EndpointList, language: Language, texts: EndpointTexts): string => {
  const entries = Object.entries(clouds).map(
    ([name, { label }]) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(label[language])}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${escapeHtml(texts.contents)}</h2><ol>
${entries.join('\n')}
<li><a href="#changes">${escapeHtml(texts.changes)}</a></li></ol></nav>`
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
<a class="skip" href="#content">${escapeHtml(texts.skipToContent)}</a>
<header class="top"><a class="brand" href="/" translate="no">Candor</a>
<nav aria-label="${escapeHtml(texts.languages)}"><ul>${LANGUAGES.map((other) => languageLink(other, language)).join('')}</ul></nav></header>
<div class="page">
${contentsHtml(list, language, texts)}
<main id="content" tabindex="-1">
<h1>${escapeHtml(texts.title)}</h1>
<p class="lead">${escapeHtml(texts.summary)}</p>
${Object.entries(list.clouds)
  .map((cloud) => cloudHtml(cloud, language, texts))
  .join('\n')}
<h2 id="changes">${escapeHtml(texts.changes)}</h2>
<ol>${changes.join('')}</ol>
</main></div>
<footer><p class="fine">${escapeHtml(texts.version)} ${list.version} · <a href="/v1/endpoints" translate="no">JSON</a></p></footer>
</body>
</html>
`
}
