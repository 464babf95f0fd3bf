import type { FixtureName } from '../../contracts/fixtures.ts'
import type { Hooks } from '../../contracts/hooks/protocol.ts'
import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder, Publication } from '../../contracts/konkursvarsel/notice.ts'
import type { BrregStimulus } from '../../contracts/konkursvarsel/stimuli.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Done } from '../kit/ask/witness.ts'
import { followNext } from '../kontrollinformasjon/paging/walk.ts'
import { listOf } from './as-brreg.ts'
import { type Earlier, lookBefore } from './fresh.ts'
import type { Draft, Ledger } from './ledger.ts'
import { type Polled, type Polling, poll } from './poll.ts'

/** One turn of an act: what Brreg is made to do and to publish, a poll, and then what is asked about it. */
export interface Plan {
  /** Names the epoch, and tells whoever watches what is waited for. */
  readonly name: string
  readonly makes?: readonly BrregStimulus[] | ((notices: Scene['notices']) => readonly BrregStimulus[])
  readonly publishes?: readonly Draft[]
  /** So many openings of nobody besides, between these two milliseconds of the scene. */
  readonly filler?: { readonly count: number; readonly from: number; readonly to: number }
  /** Notices of earlier scenes, which are delivered once more. */
  readonly repeats?: readonly NoticeOrder[]
  readonly polling?: Polling
  /** Whether it stays as it was made for the next scene. Default: Brreg is calm again after the poll. */
  readonly stays?: boolean
  /** Of whom the account interface is asked, as Brreg, after the poll. */
  readonly lists?: readonly KonkursFixture[]
  /** Of whom the state probe is asked, where there is one. */
  readonly states?: readonly KonkursFixture[]
  /** Which first accounts are tried to be used, where that can be. */
  readonly uses?: readonly KonkursFixture[]
}

export interface Scene {
  readonly name: string
  readonly polled: Polled
  /** By their name, or by the debtor where there is none. */
  readonly notices: Readonly<Record<string, NoticeOrder>>
  /** Null where nothing was published. */
  readonly published: Done | null
  /** Of whom it is the first opening. */
  readonly earlier: Earlier
  /** The first page of each list, and all of them. */
  readonly lists: Answers
  readonly pages: Readonly<Partial<Record<KonkursFixture, readonly Answer[]>>>
  readonly states: Answers
  readonly uses: readonly Use[]
}

type Answers = Readonly<Partial<Record<KonkursFixture, Answer>>>
export interface Use {
  readonly fixture: KonkursFixture
  readonly by: Hooks['use']['request']['by']
  readonly answer: Answer
}

export async function playScene(stage: Stage, ledger: Ledger, plan: Plan): Promise<Scene> {
  const { makes = [], publishes = [], repeats = [], filler } = plan
  const drafts = publishes.filter((draft) => isThere(stage, draft))
  const earlier = await lookBefore(stage, plan.name, firstOpenings(drafts, plan))
  await stage.scene(plan.name)
  const begun = await ledger.turn(drafts.filter(({ at }) => at === undefined).length)
  const notices = Object.fromEntries(drafts.map((draft) => [draft.name ?? draft.debtor, ledger.enter(draft)]))
  const stimuli = typeof makes === 'function' ? makes(notices) : makes
  for (const stimulus of stimuli) await stage.tell('stimulate', { stimulus })
  const orders = [...Object.values(notices), ...repeats]
  const published =
    orders.length === 0 && filler === undefined
      ? null
      : await stage.tell('publish', { publication: { notices: orders, ...fillerOf(filler, begun) } })
  const polled = await poll(stage, plan.name, plan.polling)
  if (stimuli.length > 0 && plan.stays !== true) await stage.tell('calm', {})
  return {
    name: plan.name,
    polled,
    notices: { ...notices, ...Object.fromEntries(repeats.map((order) => [`again ${order.debtor}`, order])) },
    published,
    earlier,
    ...(await probe(stage, plan)),
  }
}

/** Whose lock is looked for after the poll. A notice with a name of its own is not the first of its debtor. */
const firstOpenings = (drafts: readonly Draft[], { lists = [] }: Plan): readonly KonkursFixture[] =>
  lists.filter((name) =>
    drafts.some((draft) => draft.debtor === name && draft.name === undefined && draft.type === undefined),
  )

const fillerOf = (filler: Plan['filler'], begun: number): Pick<Publication, 'filler'> =>
  filler === undefined
    ? {}
    : {
        filler: {
          count: filler.count,
          from: new Date(begun + filler.from).toISOString(),
          to: new Date(begun + filler.to).toISOString(),
        },
      }

/** What can be seen of the bank now. */
export async function probe(stage: Stage, { lists = [], states = [], uses = [] }: Partial<Plan>) {
  const held = (names: readonly KonkursFixture[]) =>
    [...new Set(names)].filter((name) => stage.target.fixtures[name] !== undefined)
  const listed: Partial<Record<KonkursFixture, Answer>> = {}
  const pages: Partial<Record<KonkursFixture, readonly Answer[]>> = {}
  for (const name of held(lists)) {
    const walk = await followNext(stage, listOf(stage.target, name))
    pages[name] = walk.pages
    Object.assign(listed, { [name]: walk.pages[0] })
  }
  const probed: Partial<Record<KonkursFixture, Answer>> = {}
  if (stage.offers('state'))
    for (const name of held(states)) probed[name] = await stage.hook('state', { party: idOf(stage, name) })
  const used: Use[] = []
  if (stage.offers('use'))
    for (const fixture of held(uses))
      for (const by of ['owner', 'disponent', 'card'] as const) {
        const accountIdentifier = stage.target.fixtures[fixture]?.accounts?.[0]?.accountIdentifier
        if (accountIdentifier !== undefined)
          used.push({ fixture, by, answer: await stage.hook('use', { accountIdentifier, by }) })
      }
  return { lists: listed, pages, states: probed, uses: used }
}

export const idOf = ({ target }: Pick<Stage, 'target'>, name: KonkursFixture): string => {
  const party = target.fixtures[name]
  if (party === undefined) throw new Error(`fixture ${name} is used without being there`)
  return party.id
}

/** Brreg can name in a notice only whom the participant has named. */
function isThere({ target }: Stage, { debtor, linked = [], konkursbo, namedLike }: Draft): boolean {
  const named: readonly (FixtureName | 'nobody' | undefined)[] = [
    debtor,
    konkursbo,
    namedLike,
    ...linked.map(({ fixture }) => fixture),
  ]
  return named.every((name) => name === undefined || name === 'nobody' || target.fixtures[name] !== undefined)
}
