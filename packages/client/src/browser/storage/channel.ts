/** How the pages of a browser tell each other. Where there is no BroadcastChannel, nobody is told. */
export interface Channel {
  readonly open: () => void
  /** Tells all other pages: the name of a page that was taken over, or an empty text where something shared changed. */
  readonly tell: (taken: string) => void
  readonly close: () => void
}

/** Makes the channel of a name, closed. */
export const createChannel = (name: string, hear: (taken: string) => void): Channel => {
  let channel: BroadcastChannel | undefined
  return {
    open: () => {
      try {
        channel = new BroadcastChannel(name)
        channel.addEventListener('message', ({ data }) => hear(String(data)))
      } catch {
        channel = undefined
      }
    },
    tell: (taken) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
      channel?.postMessage(taken)
    },
    close: () => {
      channel?.close()
      channel = undefined
    },
  }
}
