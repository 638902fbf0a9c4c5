import type { Metric } from '../operation/metrics-text.js'
import type { StepFigures } from './create-stage.js'

/** The figures of admission's steps as metrics. */
export const admissionMetrics = (figures: readonly StepFigures[]): readonly Metric[] => [
  {
    kind: 'counter',
    name: 'candor_admission_passed_total',
    help: 'Requests or reports that passed a step of admission; docs/admission.md lists the steps.',
    samples: figures.map(({ name, of, passed }) => ({ labels: { step: name, of }, value: passed })),
  },
  {
    kind: 'counter',
    name: 'candor_admission_refused_total',
    help: 'Requests or reports that a step of admission refused, by code; those that a limit refused were not received.',
    samples: figures.flatMap(({ name, of, refused }) =>
      Object.entries(refused).map(([code, value]) => ({ labels: { step: name, of, code }, value })),
    ),
  },
  {
    kind: 'counter',
    name: 'candor_admission_timed_total',
    help: 'How often a step was timed: one time in 64.',
    samples: figures.map(({ name, of, timed }) => ({ labels: { step: name, of }, value: timed.count })),
  },
  {
    kind: 'counter',
    name: 'candor_admission_timed_seconds_total',
    help: 'The time of a step when it was timed.',
    samples: figures.map(({ name, of, timed }) => ({ labels: { step: name, of }, value: timed.seconds })),
  },
]
