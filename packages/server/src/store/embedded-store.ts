import { createStore } from './create-store.js'
import { openEmbeddedEngine } from './embedded-engine.js'
import type { EmbeddedStoreOptions, Store } from './store.js'

/** Opens the store inside this process. Throws CANDOR_DATA_FOLDER_IN_USE where another process has the folder. */
export const openEmbeddedStore = async (options: EmbeddedStoreOptions): Promise<Store> =>
  createStore(openEmbeddedEngine(options.folder))
