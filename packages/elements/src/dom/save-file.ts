/** A file that is made in the page. */
export interface MadeFile {
  readonly name: string
  readonly type: 'application/json' | 'application/x-ndjson'
  readonly text: string
}

/** Lets the person save a file: a download link that is made, followed and removed. Nothing leaves the page. */
export const saveFile = (near: ParentNode, { name, type, text }: MadeFile): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.hidden = true
  near.append(link)
  link.click()
  link.remove()
  // The browser has begun to read it by the next turn; a minute is for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
