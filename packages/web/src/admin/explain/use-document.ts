import { useEffect, useState } from 'react'

import { load, type Loaded } from '../../api/load.js'
import { list, object, text, type Shaped } from '../../api/shape.js'

const document = object({
  clients: list(text),
  categories: list(object({ dataTypes: list(object({ id: text, label: object({ en: text, es: text }) })) })),
})

/** The clients and data types of a product, as its published practices list them. */
export type PublishedPractices = Shaped<typeof document>

/** The published practices of a product; undefined until they are there. */
export const usePublishedPractices = (product: string): Loaded<PublishedPractices> | undefined => {
  const [loaded, setLoaded] = useState<Loaded<PublishedPractices>>()
  useEffect(() => {
    const asked = new AbortController()
    const path = `/practices.json?${new URLSearchParams({ product }).toString()}`
    const read = async (): Promise<void> => {
      const answer = await load((address, init) => fetch(address, init), path, document, asked.signal)
      if (!asked.signal.aborted) setLoaded(answer)
    }
    void read()
    return () => asked.abort()
  }, [product])
  return loaded
}
