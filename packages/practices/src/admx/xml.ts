const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML 1.0 cannot hold, even escaped: most control characters, lone surrogates and two noncharacters. */
const UNSPEAKABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text that is safe between tags and in an attribute in double quotes. */
const escapeXml = (text: string): string =>
  text.replaceAll(UNSPEAKABLE, '\uFFFD').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

type Attributes = Readonly<Record<string, string>>

/** A piece of a document by lines. The text of an element is one of them, whatever breaks it has inside. */
type XmlLines = readonly string[]

const tagOf = (name: string, attributes: Attributes): string =>
  [
    name,
    ...Object.entries(attributes).map(([attribute, value]) => `${attribute}="${escapeXml(value)}"`),
  ].join(' ')

/** An element that holds a text; its line breaks and blanks are kept. */
export const textElement = (name: string, attributes: Attributes, text: string): XmlLines => [
  `<${tagOf(name, attributes)}>${escapeXml(text)}</${name}>`,
]

/** An element that holds elements. */
export const element = (name: string, attributes: Attributes, children: readonly XmlLines[] = []): XmlLines =>
  children.length === 0
    ? [`<${tagOf(name, attributes)} />`]
    : [`<${tagOf(name, attributes)}>`, ...children.flat().map((line) => `  ${line}`), `</${name}>`]

/** A document in UTF-8. */
export const xmlDocument = (root: XmlLines): string =>
  ['<?xml version="1.0" encoding="utf-8"?>', ...root, ''].join('\n')
