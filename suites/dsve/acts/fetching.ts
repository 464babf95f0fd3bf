import type { BrokerManner } from '../../../contracts/altinn-broker/stimuli.ts'
import type { Stimulus } from '../../../contracts/control/protocol.ts'
import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { awaitConfirmations, awaitSecondHearing, awaitWhatIsSaid } from '../aftermath.ts'
import { held } from '../held.ts'
import { inTheWay, mainFlow, plain, type Question } from '../questions.ts'
import { awaitAnswers, playRound, type Round, send } from '../round.ts'

/** The broker is awkward within its rights, or things befall it, one after the other; each time somebody asks. */
export const fetching = defineAct({
  name: 'fetching',
  polls: 12,
  movesClock: false,
  play: async (stage) => {
    const { target } = stage
    const scenes: Partial<Record<SceneName, Round>> = {}
    for (const [name, trouble] of Object.entries(troubles) as [SceneName, Trouble][]) {
      await stage.scene(name)
      const flow = mainFlow(target)
      const { row, fixture, before } = trouble
      const question = plain(held(target, fixture), flow, target, { name, row, expects: { requirement: row } })
      scenes[name] = await (before ? again : meanwhile)(stage, question, trouble)
    }
    await stage.scene('stopped')
    const stopped = stage.offers('restart') && stage.offers('poll') ? await stopInBetween(stage) : null
    await stage.scene('strangers')
    // Last: who stops at them answers nobody any more.
    const strangers = await playRound(stage, 'an answer, with strangers before it', strangersFirst(stage))
    await awaitWhatIsSaid(stage, strangers.put)
    return { target, scenes, stopped, strangers, seen: await stage.seen() }
  },
})

interface Trouble {
  /** What is broken by who is not up to it. */
  readonly row: string
  readonly does: Stimulus
  readonly fixture: CaseId
  /** Whether it begins before the question, and goes on until the bank has heard of that again. */
  readonly before?: true
  /** Whether a bank may wait until it is over: then its answer is waited for once more. */
  readonly mayBeWaitedOut?: true
}

const broker = (row: string, how: BrokerManner, fixture: CaseId): Trouble => ({
  row,
  does: { party: 'altinn-broker', does: 'misbehaves', how },
  fixture,
})

const troubles = {
  'cut-off': broker('DSVE-019', 'download-cut-off', 'S1'),
  'server-error': broker('DSVE-023', 'server-error', 'S7'),
  'token-refused': broker('DSVE-023', 'token-refused', 'S8'),
  'search-limited': broker('DSVE-014', 'search-limited', 'S9'),
  'confirm-200': broker('DSVE-020', 'confirm-200', 'S28'),
  'confirm-lost': broker('DSVE-021', 'confirm-lost', 'S17'),
  'scan-fails': broker('DSVE-069', 'scan-fails', 'S19'),
  twice: { ...broker('DSVE-022', 'heard-twice', 'S20'), before: true },
  'odd-entries': { row: 'DSVE-006', does: { party: 'akeldo', does: 'odd-entries' }, fixture: 'S27' },
  'akeldo-outage': {
    row: 'DSVE-195',
    does: { party: 'akeldo', does: 'outage' },
    // What is answered is looked at here, so that it is about a case that is nothing special.
    fixture: 'S10',
    mayBeWaitedOut: true,
  },
} as const satisfies Readonly<Record<string, Trouble>>
export type SceneName = keyof typeof troubles

/** Asked first: what befalls the broker is not to befall the megler in place of the bank. */
async function meanwhile(stage: Stage, question: Question, trouble: Trouble): Promise<Round> {
  const put = await send(stage, [question])
  await stage.tell('stimulate', { stimulus: trouble.does })
  return calmed(stage, put, trouble)
}

const heardLate = { party: 'altinn-broker', does: 'misbehaves', how: 'heard-late' } as const

/** Until it has heard of it twice: one who is told by events in a moment, and one who looks when it looks again. */
async function again(stage: Stage, question: Question, trouble: Trouble): Promise<Round> {
  // Who is not made to look is told by events, and again when it has answered.
  await stage.tell('stimulate', { stimulus: stage.offers('poll') ? trouble.does : heardLate })
  const put = await send(stage, [question])
  // Both may see it before either has answered.
  const looks = stage.offers('poll') ? [stage.hook('poll', {}), stage.hook('poll', {})] : []
  await Promise.all(looks)
  const round = await awaitAnswers(stage, `an answer, with ${question.name}`, put, 2)
  await awaitSecondHearing(stage, put)
  await stage.tell('calm', {})
  return { ...round, asked: round.asked + looks.length + 1 }
}

async function calmed(stage: Stage, put: Round['put'], { mayBeWaitedOut }: Trouble): Promise<Round> {
  const name = put.map((one) => one.name).join()
  // Whoever looks every few minutes has lost a look to what befell it, and answers after the next.
  const round = await awaitAnswers(stage, `an answer, with ${name}`, put, 2)
  await awaitConfirmations(stage, put)
  await stage.tell('calm', {})
  const { met } = round.waited.record.outcome as { readonly met: boolean }
  return met || !mayBeWaitedOut ? round : awaitAnswers(stage, `an answer, after ${name}`, put)
}

/** Stopped when it has fetched and confirmed, and could not answer: what it has not stored is lost. */
async function stopInBetween(stage: Stage): Promise<Round> {
  const { target } = stage
  const row = 'DSVE-018'
  const put = await send(stage, [
    plain(held(target, 'S9'), mainFlow(target), target, { name: 'stopped', row, expects: { requirement: row } }),
  ])
  await stage.tell('stimulate', { stimulus: { party: 'altinn-broker', does: 'misbehaves', how: 'send-fails' } })
  await stage.hook('poll', {})
  await stage.hook('restart', {})
  await stage.tell('calm', {})
  const round = await awaitAnswers(stage, 'an answer of a bank that was stopped', put)
  return { ...round, asked: round.asked + 1 }
}

function strangersFirst({ target }: Stage): readonly Question[] {
  const flow = mainFlow(target)
  const stranger = (variant: string) => inTheWay(flow, variant, 'DSVE-016', {}, { row: null })
  return [
    stranger('unknown-message-type'),
    stranger('signed-mortgage-deed'),
    plain(held(target, 'S29'), flow, target, {
      name: 'behind strangers',
      row: 'DSVE-016',
      expects: { requirement: 'DSVE-016' },
    }),
  ]
}
