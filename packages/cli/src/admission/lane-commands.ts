import type { DataCategory } from '@candor/practices'
import type { Command } from 'commander'
import type { Answer } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'
import type { ServiceQuestion } from './ask-service.js'
import {
  addOperatorOptions,
  runAsOperator,
  type AskService,
  type OperatorOptions,
} from './operator-options.js'
import { parseDuration, parseLane } from './parse-lane.js'

interface LaneStop {
  readonly product: string
  readonly category: DataCategory
  readonly until: string
}

const PATH = '/api/lane-stops'

const answerStops = (stops: readonly LaneStop[]): Answer => {
  const linesIn = (until: string): string =>
    stops.map((stop) => `${stop.product} ${stop.category} ${until} ${stop.until}\n`).join('')
  return {
    text: {
      en: stops.length === 0 ? 'No lane is stopped.\n' : linesIn('until'),
      es: stops.length === 0 ? 'No hay ningún carril detenido.\n' : linesIn('hasta'),
    },
    data: { stops },
  }
}

const answerStopped = ({ product, category, until }: LaneStop): Answer => ({
  text: {
    en: `${product} ${category} takes no reports until ${until}; devices keep accumulating.\n`,
    es: `${product} ${category} no admite informes hasta ${until}; los dispositivos siguen acumulando.\n`,
  },
  data: { product, category, until },
})

const answerResumed = (product: string, category: DataCategory): Answer => ({
  text: {
    en: `${product} ${category} takes reports. Devices that were told to wait come when their time is over.\n`,
    es: `${product} ${category} admite informes. Los dispositivos a los que se pidió esperar vendrán cuando acabe su plazo.\n`,
  },
  data: { product, category, until: null },
})

/** `candor lane stop|resume|list`: the kill switch of a product's lane at a running service, for operators. */
export const addLaneCommands = (program: Command, surroundings: Surroundings): void => {
  const lane = program.command('lane').description('stop a lane for a time, and let it go on')
  const run = (options: OperatorOptions, work: (ask: AskService) => Promise<Answer>): Promise<void> =>
    runAsOperator(surroundings, options, work)
  const put = (product: string, category: DataCategory, until: string | null): ServiceQuestion => ({
    method: 'PUT',
    path: PATH,
    body: { product, category, until },
  })
  addOperatorOptions(
    lane
      .command('stop')
      .description('answer every request of a lane with 503 until a time')
      .argument('<product>'),
  )
    .argument('<lane>', 'census, usage or error', parseLane)
    .option('--for <time>', 'such as 30m, 2h or 7d', parseDuration, parseDuration('1h'))
    .action((product: string, category: DataCategory, options: OperatorOptions & { readonly for: number }) =>
      run(options, async (ask) => {
        const until = new Date(Date.now() + options.for).toISOString()
        await ask(put(product, category, until))
        return answerStopped({ product, category, until })
      }),
    )
  addOperatorOptions(lane.command('resume').description('end a stop early').argument('<product>'))
    .argument('<lane>', 'census, usage or error', parseLane)
    .action((product: string, category: DataCategory, options: OperatorOptions) =>
      run(options, async (ask) => {
        await ask(put(product, category, null))
        return answerResumed(product, category)
      }),
    )
  addOperatorOptions(lane.command('list').description('the lanes that are stopped')).action(
    (options: OperatorOptions) =>
      run(options, async (ask) =>
        answerStops(((await ask({ path: PATH })) as { stops: readonly LaneStop[] }).stops),
      ),
  )
}
