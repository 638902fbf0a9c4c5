/** How the pages of a browser tell each other that something changed. Where there is no BroadcastChannel, nobody is told. */
export interface Channel {
  readonly open: () => void
  /** Tells all other pages. */
  readonly tell: () => void
  readonly close: () => void
}

/** Makes the channel of a name, closed. */
export const createChannel = (name: string, hear: () => void): Channel => {
  let channel: BroadcastChannel | undefined
  return {
    open: () => {
      try {
        channel = new BroadcastChannel(name)
        channel.addEventListener('message', hear)
      } catch {
        channel = undefined
      }
    },
    tell: () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
      channel?.postMessage(0)
    },
    close: () => {
      channel?.close()
      channel = undefined
    },
  }
}
