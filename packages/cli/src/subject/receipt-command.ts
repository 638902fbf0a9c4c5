import { readFileSync } from 'node:fs'
import { LANGUAGES, type Localised, type Receipt } from '@candor/practices'
import { verifyReceipt, type ReceiptVerdict } from '@candor/server/receipts'
import { Option, type Command } from 'commander'
import { accept, refused, right, wrong, type Checked } from '../policy/fault.js'
import { runCommand, type Answer, type AnswerOptions } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'

interface VerifyOptions extends AnswerOptions {
  readonly key: string
}

type Fault = Extract<ReceiptVerdict, { readonly kind: 'wrong' }>['fault']

const FAULTS: Readonly<Record<Fault, Localised>> = {
  'no-receipt': { en: 'The file holds no receipt.', es: 'El archivo no contiene ningún recibo.' },
  'no-key': { en: 'The key is no Ed25519 public key.', es: 'La clave no es una clave pública Ed25519.' },
  'other-key': {
    en: 'The receipt was signed with another key.',
    es: 'El recibo se firmó con otra clave.',
  },
  changed: {
    en: 'The signature does not fit: the receipt was changed or forged.',
    es: 'La firma no corresponde: el recibo se cambió o se falsificó.',
  },
}

const REMEDY: Localised = {
  en: 'Give the file as it was answered, and the key of /v1/receipt-key of the service that answered it.',
  es: 'Indique el archivo tal como se respondió y la clave de /v1/receipt-key del servicio que lo respondió.',
}

const readFile = (path: string): Checked<unknown> => {
  try {
    return right(JSON.parse(readFileSync(path, 'utf8')) as unknown)
  } catch {
    return wrong({ en: `${path} cannot be read as JSON.`, es: `${path} no se puede leer como JSON.` }, REMEDY)
  }
}

const answerValid = (receipt: Receipt): Answer => {
  const { product, category, subject, erased, requestedAt, completedAt, text } = receipt
  const facts = `${product}, ${category}, ${subject.by}`
  return {
    text: {
      en: `The receipt is genuine: ${erased} reports erased, 0 remain (${facts}; asked ${requestedAt}, done ${completedAt}).\n${text.en}\n`,
      es: `El recibo es auténtico: ${erased} informes suprimidos, quedan 0 (${facts}; pedido ${requestedAt}, hecho ${completedAt}).\n${text.es}\n`,
    },
    data: { verdict: 'valid', receipt },
  }
}

const verify = (path: string, key: string): Answer => {
  const verdict = verifyReceipt(accept(readFile(path)), key)
  return verdict.kind === 'valid'
    ? answerValid(verdict.receipt)
    : accept(refused('CANDOR_RECEIPT_REFUSED', FAULTS[verdict.fault], REMEDY))
}

/** `candor receipt verify <file> --key <public key>`: checks a receipt offline. */
export const addReceiptCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('receipt')
    .description('receipts of erasures')
    .command('verify')
    .description('check a receipt, without a service')
    .argument('<file>', 'the receipt, as JSON')
    .requiredOption('--key <key>', 'the public key that /v1/receipt-key of the service answers')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')
    .action((file: string, options: VerifyOptions) =>
      runCommand(surroundings, options, async () => verify(file, options.key)),
    )
}
