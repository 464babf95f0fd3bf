import type { Sent } from '../../../contracts/dsve/correspondence.ts'
import type { Flow } from '../../../contracts/dsve/declared.ts'
import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import { refusals } from '../../../contracts/dsve/statuses.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { defineAct } from '../../kit/run/act.ts'
import type { Target } from '../../kit/target.ts'
import { awaitConfirmations } from '../aftermath.ts'
import { held, holds } from '../held.ts'
import type { Put } from '../questions.ts'
import { flowsOf, inTheWay, mainFlow, plain, plainQuestions, type Question, requestOfFlow } from '../questions.ts'
import { awaitAnswers, playRound, send } from '../round.ts'
import { answersTo, textAt } from '../seen.ts'
import { brokenWays, datedWays, lawfulWays } from '../ways.ts'

/**
 * Everything that can be asked side by side, more than a search shows at once: it waits until all of it is there. Then
 * what needs an answer before it.
 */
export const answers = defineAct({
  name: 'answers',
  polls: 2,
  movesClock: false,
  play: async (stage) => {
    const { target } = stage
    await stage.scene('asked')
    await stage.tell('stimulate', { stimulus: { party: 'altinn-broker', does: 'misbehaves', how: 'search-empty' } })
    const put = await send(stage, await asked(stage))
    await stage.tell('calm', {})
    const first = await awaitAnswers(stage, `answers to ${put.length} requests`, put)
    await stage.scene('again')
    const again = await playRound(stage, 'answers to those that came again', asksAgain(stage, put, await stage.seen()))
    await awaitConfirmations(stage, [...put, ...again.put])
    return { target, first, again, seen: await stage.seen() }
  },
})

/** More than this do not fit into one answer of a search (DSVE-013). */
const mostFound = 100
const beyond = 6

async function asked(stage: Stage): Promise<readonly Question[]> {
  const { target } = stage
  const flow = mainFlow(target)
  const others = [
    ...plainQuestions(target),
    ...references(stage),
    ...(holds(target, 'S25') ? [secondOf('S25', flow, target)] : []),
    ...lawfulWays(flow),
    ...brokenWays(flow, target),
    ...(flowsOf(target).includes('innfrielse') ? datedWays : []),
    sameReference(stage, 'the same reference, first'),
    inTheWay(
      flow,
      'wrong-owner-id',
      'DSVE-038',
      { status: 'Feil', taales: ['SvarerMedEpost'] },
      {
        name: 'refused first',
        inquiry: {
          message: requestOfFlow[flow],
          fixture: held(target, refusedFirst),
          variant: 'wrong-owner-id',
          by: 'annenMegler',
        },
        row: null,
      },
    ),
  ]
  const fillers = Array.from({ length: Math.max(beyond, mostFound + beyond - others.length) }, (_, index) =>
    plain(held(target, 'S19'), flow, target, { name: `one of many, ${index + 1}`, row: 'DSVE-013' }),
  )
  // The oldest of them all are those that a bank loses which reads one answer of a search.
  return [...fillers, ...others]
}

/** By another megler. */
const secondOf = (fixture: CaseId, flow: Flow, target: Target): Question =>
  plain(fixture, flow, target, {
    name: `${fixture} of another megler`,
    inquiry: { message: requestOfFlow[flow], fixture, by: 'annenMegler' },
  })

/** Asked with a mistake first, and then as it should be (DSVE-199). */
const refusedFirst: CaseId = 'S10'

const sameReference = (stage: Stage, name: string): Question => {
  const flow = mainFlow(stage.target)
  return plain('S1', flow, stage.target, {
    name,
    inquiry: { message: requestOfFlow[flow], fixture: 'S1', by: 'annenMegler', referanse: `Gjentatt ${markOf(stage)}` },
    expects: { requirement: 'DSVE-205' },
    row: 'DSVE-205',
  })
}

/** Copied letter for letter, however they look (DSVE-109). */
const references = (stage: Stage): readonly Question[] => {
  const flow = mainFlow(stage.target)
  const mark = markOf(stage)
  const usual = `0${mark}/26 a B`
  const looks = {
    'with blanks and a slash': usual,
    'between blanks': ` ${mark} `,
    'of 200 characters': `${mark}-`.padEnd(200, 'x'),
  }
  return Object.entries(looks).map(([look, referanse]) =>
    plain('S1', flow, stage.target, {
      name: `a reference ${look}`,
      inquiry: { message: requestOfFlow[flow], fixture: 'S1', referanse },
      // Who cannot keep such a one may say so.
      ...(referanse === usual ? {} : { expects: { requirement: 'DSVE-031', taales: refusals } }),
    }),
  )
}

/** Differs from run to run. */
const markOf = ({ runId }: Stage) => runId.replaceAll(/[^0-9a-z]/gi, '').slice(-12)

function asksAgain(stage: Stage, put: readonly Put[], seen: readonly Sighting[]): readonly Question[] {
  const { target } = stage
  const flow = mainFlow(target)
  const again = (fixture: CaseId, row: string, more: Partial<Question['inquiry']> = {}): Question =>
    plain(fixture, flow, target, {
      name: `${fixture} again`,
      inquiry: { message: requestOfFlow[flow], fixture, ...more },
      expects: { requirement: row },
      row,
    })
  const earlier = put.find(({ name }) => name === 'S1 restgjeld')?.sent ?? null
  const bankens = earlier && referenceOf(earlier, seen)
  return [
    sameReference(stage, 'the same reference, again'),
    ...(holds(target, 'S21') ? [again('S21', 'DSVE-161')] : []),
    again(held(target, refusedFirst), 'DSVE-199', { by: 'annenMegler' }),
    ...(bankens === null || !flowsOf(target).includes('innfrielse')
      ? []
      : [
          plain('S1', 'innfrielse', target, {
            name: 'the bank’s own reference',
            inquiry: {
              message: 'innfrielsessaldoforespoersel',
              fixture: 'S1',
              // The same oppdrag: requests with different ones have nothing to do with each other (DSVE-206).
              referanse: earlier?.referanse ?? '',
              mottakersReferanse: bankens,
            },
            expects: { requirement: 'DSVE-046' },
            row: 'DSVE-046',
          }),
        ]),
  ]
}

/** What the bank called the case in its answer. */
function referenceOf(sent: Sent, seen: readonly Sighting[]): string | null {
  const answer = answersTo({ sent }, seen).at(-1)
  return (answer && textAt(answer, 'avsender/referanse')) ?? null
}
