const GAP = '  '

/** Rows of cells as text, each column as wide as its widest cell. The first row is the heading. */
export const alignColumns = (rows: readonly (readonly string[])[]): string => {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('')
}
