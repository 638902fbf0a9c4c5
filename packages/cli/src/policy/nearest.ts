/** Edits up to which a spelling counts as a slip of another: one in three letters, and always two. */
const mostEdits = (word: string): number => Math.max(2, Math.floor(word.length / 3))

const nextRow = (row: readonly number[], letter: string, word: string): readonly number[] => {
  const next = [(row[0] ?? 0) + 1]
  for (let at = 1; at <= word.length; at += 1) {
    const replaced = (row[at - 1] ?? 0) + (word[at - 1] === letter ? 0 : 1)
    next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
  }
  return next
}

/** The letters to add, drop or replace to make one word of the other (Levenshtein's distance). */
const editsBetween = (one: string, other: string): number => {
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const letter of one) row = nextRow(row, letter, other)
  return row.at(-1) ?? 0
}

/** The known word that was most likely meant, in any case; undefined where none is near. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const lower = word.toLowerCase()
  const ranked = known.map((candidate) => ({
    candidate,
    edits: candidate.toLowerCase().startsWith(lower) ? 1 : editsBetween(lower, candidate.toLowerCase()),
  }))
  const [best] = ranked.toSorted((one, other) => one.edits - other.edits)
  return best !== undefined && word !== '' && best.edits <= mostEdits(word) ? best.candidate : undefined
}
