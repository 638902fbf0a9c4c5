/** What a piece of JSON is, so that it can be coloured. */
export type JsonPieceKind = 'name' | 'text' | 'number' | 'word' | 'mark' | 'other'

/** A piece of a line: some characters of the text as they are. */
export interface JsonPiece {
  readonly kind: JsonPieceKind
  readonly text: string
}

/** A line of the layout and how deep it stands. */
export interface JsonLine {
  readonly depth: number
  readonly pieces: readonly JsonPiece[]
}

const PIECES =
  /(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>true|false|null)|(?<mark>[{}[\]:,])|(?<other>\s+|.)/gsu

const readPieces = (text: string): readonly JsonPiece[] => {
  const matches = [...text.matchAll(PIECES)]
  return matches.map(({ 0: piece, groups = {} }, index): JsonPiece => {
    if (groups['string'] !== undefined)
      return { kind: matches[index + 1]?.[0] === ':' ? 'name' : 'text', text: piece }
    const kind = (['number', 'word', 'mark'] as const).find((known) => groups[known] !== undefined)
    return { kind: kind ?? 'other', text: piece }
  })
}

const isOpening = (piece: JsonPiece | undefined): boolean =>
  piece?.kind === 'mark' && (piece.text === '{' || piece.text === '[')
const isClosing = (piece: JsonPiece | undefined): boolean =>
  piece?.kind === 'mark' && (piece.text === '}' || piece.text === ']')

/**
 * Lays JSON out in lines, for reading: the lines' characters, one after another, are the text itself and nothing else, so
 * that what is shown is exactly what is sent. A text that is no JSON keeps its characters too.
 */
export const layOutJson = (text: string): readonly JsonLine[] => {
  const pieces = readPieces(text)
  const lines: { depth: number; pieces: JsonPiece[] }[] = []
  let depth = 0
  let startsLine = true
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]
    if (isClosing(piece)) {
      depth = Math.max(depth - 1, 0)
      startsLine ||= !isOpening(before)
    }
    const line = lines.at(-1)
    if (startsLine || line === undefined) lines.push({ depth, pieces: [piece] })
    else line.pieces.push(piece)
    if (isOpening(piece)) depth += 1
    startsLine =
      (isOpening(piece) && !isClosing(pieces[index + 1])) || (piece.kind === 'mark' && piece.text === ',')
  }
  return lines
}
