import { CandorError } from '@candor/practices'

/** Somebody else changed it meanwhile: CANDOR_REVISION_CHANGED, with what is there now. */
export class Stale extends CandorError {
  readonly current: unknown

  constructor(current: unknown) {
    super('CANDOR_REVISION_CHANGED')
    this.current = current
  }
}

/** Throws Stale where a revision was seen that is not the one that is there; 0 stands for nothing there. */
export const requireRevision = (seen: number | undefined, found: number, current: unknown): void => {
  if (seen !== undefined && seen !== found) throw new Stale(current)
}
