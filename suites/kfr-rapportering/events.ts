import type { HookName } from '../../contracts/hooks/protocol.ts'
import type { KfrFixture } from '../../contracts/kfr-rapportering/customers.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import type { Target } from '../kit/target.ts'
import { isAbout, isBatch, isDone } from './sightings.ts'

/** What happens at the bank, by its hooks or by its people, and what the register is to hear of it. */
export interface Event {
  readonly name: string
  readonly hook: HookName
  /** Who is to be reported, and as what; null where somebody or something else is to be heard of, or nothing. */
  readonly about: KfrFixture | null
  readonly reports: 'add' | 'end' | null
  /** Null where a fixture or an account is missing. */
  readonly call: (stage: Stage) => Promise<Answer> | null
  /** Said to people. Null where nothing would show that they did it. */
  readonly people: string | null
  /** Whether the register has heard of it. */
  readonly heard: ((seen: readonly Sighting[]) => boolean) | null
}

const idOf = ({ fixtures }: Target, name: KfrFixture) => fixtures[name]?.id

const some =
  (...given: Parameters<typeof isAbout>) =>
  (seen: readonly Sighting[]) =>
    seen.some(isAbout(...given))

/** `taken`: it is heard when the register has taken it; otherwise a report that is refused is heard as well. */
export const opensAccount = (party: KfrFixture, { taken = false } = {}): Event => ({
  name: `open ${party}`,
  hook: 'open-account',
  about: party,
  reports: 'add',
  call: (stage) => ofParty(stage, party, (id) => stage.hook('open-account', { party: id })),
  people: `open an account for ${party}`,
  heard: taken ? (seen) => seen.some((one) => isAbout(party, 'add')(one) && isDone(one)) : some(party, 'add'),
})

/** `left`: there is another relation, so nothing is to be heard of it. `number`: default is the one in the fixture. */
export const closesAccount = (party: KfrFixture, { left = false, number = '' } = {}): Event => ({
  name: `close ${party}`,
  hook: 'close-account',
  about: party,
  reports: left ? null : 'end',
  call: (stage) => {
    const accountIdentifier = number || stage.target.fixtures[party]?.accounts?.[0]
    if (accountIdentifier === undefined) return null
    return ofParty(stage, party, (id) => stage.hook('close-account', { party: id, accountIdentifier }))
  },
  people: left ? null : `close the only account of ${party}`,
  heard: left ? null : some(party, 'end'),
})

export const opensLoan = (party: KfrFixture, guarantor: KfrFixture): Event => ({
  name: `loan ${party}`,
  hook: 'open-loan',
  about: party,
  reports: 'add',
  call: (stage) => {
    const surety = idOf(stage.target, guarantor)
    return ofParty(stage, party, (id) =>
      stage.hook('open-loan', { party: id, ...(surety === undefined ? {} : { guarantor: surety }) }),
    )
  },
  people: `give ${party} a loan and nothing else, with ${guarantor} as guarantor`,
  heard: some(party, 'add'),
})

export const endsLoan = (party: KfrFixture): Event => ({
  name: `end of loan ${party}`,
  hook: 'end-loan',
  about: party,
  reports: 'end',
  call: (stage) => ofParty(stage, party, (id) => stage.hook('end-loan', { party: id })),
  // Nobody was told to end what stands beside it: nothing would have shown that.
  people: `end all that ${party} still has, the loan last`,
  heard: some(party, 'end'),
})

const mandate = (hook: 'grant-mandate' | 'revoke-mandate', party: KfrFixture, owner: KfrFixture): Event['call'] =>
  function call(stage) {
    const owning = idOf(stage.target, owner)
    return owning === undefined ? null : ofParty(stage, party, (id) => stage.hook(hook, { party: id, owner: owning }))
  }

export const getsMandate = (party: KfrFixture, owner: KfrFixture): Event => ({
  name: `mandate ${party}`,
  hook: 'grant-mandate',
  about: party,
  reports: 'add',
  call: mandate('grant-mandate', party, owner),
  people: `make ${party} disponent on the account of ${owner}`,
  heard: some(party, 'add'),
})

/** `left`: there is another relation. */
export const losesMandate = (party: KfrFixture, owner: KfrFixture, { left = false } = {}): Event => ({
  name: `end of mandate ${party}`,
  hook: 'revoke-mandate',
  about: party,
  reports: left ? null : 'end',
  call: mandate('revoke-mandate', party, owner),
  people: left ? null : `take the mandate of ${party} on the account of ${owner} back`,
  heard: left ? null : some(party, 'end'),
})

export const firstLoad: Event = {
  name: 'first load',
  hook: 'initial-load',
  about: null,
  reports: null,
  call: (stage) => stage.hook('initial-load', {}),
  people: 'send the file of the first load, and once more when it is refused',
  heard: (seen) => seen.some((one) => isBatch(one) && isDone(one)),
}

export const comparison = (party: KfrFixture): Event => ({
  name: `comparison ${party}`,
  hook: 'reconcile',
  about: party,
  reports: 'add',
  call: (stage) => ofParty(stage, party, (id) => stage.hook('reconcile', { parties: [id] })),
  people: `compare your customers with the register, ${party} among them`,
  heard: some(party, 'add'),
})

function ofParty(stage: Stage, party: KfrFixture, call: (id: string) => Promise<Answer>): Promise<Answer> | null {
  const id = idOf(stage.target, party)
  return id === undefined ? null : call(id)
}
