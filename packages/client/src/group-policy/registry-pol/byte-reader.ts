import type { RegistryPolFault } from './registry-pol.js'

/** Where and in what a file turned out to be damaged. Stays within parsing. */
export class Damage extends Error {
  readonly fault: RegistryPolFault
  readonly offsetBytes: number

  constructor(fault: RegistryPolFault, offsetBytes: number) {
    super(fault)
    this.name = 'Damage'
    this.fault = fault
    this.offsetBytes = offsetBytes
  }
}

/** Reads little-endian numbers and UTF-16LE texts one after another; throws Damage where it cannot. */
export interface ByteReader {
  isAtEnd(): boolean
  number(): number
  /** A sign that must stand here. */
  sign(expected: string): void
  /** A text up to its terminating zero. */
  text(maxLength: number, fault: RegistryPolFault): string
  bytes(count: number): Uint8Array
  /** Says that what was just read is wrong. */
  refuse(fault: RegistryPolFault): never
}

const UNIT_BYTES = 2
const NUMBER_BYTES = 4

/** A reader at the beginning of some bytes. */
export const createByteReader = (input: Uint8Array): ByteReader => {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength)
  let at = 0
  let before = 0
  const refuse = (fault: RegistryPolFault): never => {
    throw new Damage(fault, before)
  }
  const take = (count: number): number => {
    before = at
    if (at + count > view.byteLength) refuse('truncated')
    at += count
    return before
  }
  const unit = (): number => view.getUint16(take(UNIT_BYTES), true)
  return {
    isAtEnd: () => at === view.byteLength,
    number: () => view.getUint32(take(NUMBER_BYTES), true),
    sign: (expected) => {
      if (unit() !== expected.charCodeAt(0)) refuse('delimiter')
    },
    text: (maxLength, fault) => {
      const units: number[] = []
      for (let next = unit(); next !== 0; next = unit()) {
        if (units.length === maxLength) refuse(fault)
        units.push(next)
      }
      return units.map((each) => String.fromCharCode(each)).join('')
    },
    bytes: (count) => {
      const start = take(count)
      return input.slice(start, start + count)
    },
    refuse,
  }
}
