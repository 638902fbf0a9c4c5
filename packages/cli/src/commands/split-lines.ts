const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The lines of a text that comes in chunks, as many at a time as a chunk completes. Only a line feed ends a line (a
 * carriage return before it stays), and the last line needs none. A byte order mark at the start is left out.
 */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let begun = ''
  let isFirst = true
  for await (const chunk of chunks) {
    const lines = (isFirst && chunk.startsWith(BYTE_ORDER_MARK) ? chunk.slice(1) : chunk).split('\n')
    isFirst = false
    const [first = '', ...others] = lines
    if (others.length === 0) {
      begun += first
      continue
    }
    const last = others.pop() ?? ''
    yield [begun + first, ...others]
    begun = last
  }
  if (begun !== '') yield [begun]
}
