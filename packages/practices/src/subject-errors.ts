import type { ErrorEntry } from './error-entry.js'

/** The coded errors of pseudonyms' keys and of subject requests, a part of ERRORS. */
export const SUBJECT_ERRORS = {
  CANDOR_EPOCH_REFUSED: {
    status: 409,
    title: {
      en: "The epoch's keys cannot be destroyed",
      es: 'Las claves de la época no se pueden destruir',
    },
    remedy: {
      en: 'Look at candor keyring list; the current epoch is destroyed after a rotation only.',
      es: 'Mire candor keyring list; la época actual solo se destruye tras una rotación.',
    },
  },
  CANDOR_SUBJECT_ERASED: {
    status: 410,
    title: {
      en: 'The report is from before an erasure that its subject asked for',
      es: 'El informe es anterior a una supresión que pidió su interesado',
    },
    remedy: {
      en: 'Drop it; what is recorded after the erasure is taken again.',
      es: 'Descártelo; lo que se registre después de la supresión se vuelve a admitir.',
    },
  },
  CANDOR_SUBJECT_REQUEST_MALFORMED: {
    status: 400,
    title: {
      en: 'The request does not name a subject as it must',
      es: 'La petición no nombra a un interesado como debe',
    },
    remedy: {
      en: 'Send one of the forms that docs/subject-requests.md describes.',
      es: 'Envíe una de las formas que describe docs/subject-requests.md.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
