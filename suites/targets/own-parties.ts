import { baseUrlOf, type Config, type Keystore } from '../../contracts/config/config.ts'
import { inProcess } from '../../contracts/control/in-process.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import { detailNames } from '../../contracts/konkursvarsel/detail-names.ts'
import { directoryOf } from '../../mocks/directory.ts'
import { type PartiesOptions, startParties } from '../../mocks/parties.ts'
import type { BrregSettings } from '../../mocks/setting.ts'
import type { PartyPlan } from './party-plan.ts'

/** The parties that a run starts itself, where the bank expects them and with the keys that it knows. */

interface OwnParties {
  readonly control: Control
  close(): Promise<void>
}

/** PEM certificates: what the bank's client certificate, and its webhook, may chain to besides our root. */
interface Issuers {
  readonly clientIssuers?: readonly string[]
  readonly webhookIssuers?: readonly string[]
}

/** Throws `PortTaken`, or an Error that names what cannot be used: with keys made anew nothing that a bank seals could be opened. */
export async function startOwnParties(
  config: Config,
  keystore: Keystore,
  plan: PartyPlan,
  { clientIssuers = [], webhookIssuers = [] }: Issuers = {},
): Promise<OwnParties> {
  const { participant } = config
  const baseUrl = baseUrlOf(config)
  const { parties: keys } = keystore
  if (keys === undefined)
    throw new Error('the keystore holds no keys for them ("parties"): make one with samsvar init --keystore FILE')
  const parties = await startParties({
    only: plan.ours,
    host: plan.listen,
    publicHost: plan.host,
    ports: plan.ports,
    entries: [{ ...participant, baseUrl }],
    debtors: directoryOf(config.fixtures),
    brreg: { admitted: admittedBy(config), issuers: clientIssuers, ...namesIn(config) },
    ...aroundDsve(config, webhookIssuers),
    keys,
  })
  return {
    // A bank in another process has no hook that forgets.
    control: inProcess(parties.control({ audience: () => baseUrl, forget: async () => false })),
    close: () => parties.close(),
  }
}

/**
 * A bank is asked more at once than the broker lets it answer in minutes, and is not held back by that: but for searches,
 * which it does not need more often. Who looks whenever a hook asks it to may search as often, and how often it comes by
 * itself is judged all the same.
 */
export function aroundDsve(
  { dsve, hooks }: Pick<Config, 'dsve' | 'hooks'>,
  trust: readonly string[],
): Pick<PartiesOptions, 'broker' | 'megler' | 'trust' | 'flows'> {
  if (dsve === undefined) return {}
  const isMadeToLook = hooks?.offers.includes('poll') === true
  const { flows } = dsve
  return {
    trust,
    ...(flows === undefined ? {} : { flows }),
    // The megler searches as often as anybody may.
    megler: { lookMs: isMadeToLook ? 5000 : 30_000 },
    broker: { settings: { limits: isMadeToLook ? unlimited : { ...unlimited, search: 10 } } },
  }
}
const unlimited = { search: 10_000, details: 10_000, other: 100_000 }

/** Whom Konkursregisteret has let in. */
export const admittedBy = ({ konkursvarsel, participant }: Config): readonly string[] =>
  konkursvarsel?.organisationNumbers ?? [participant.organisationNumber]

/** What Brreg calls what is not documented. */
export const namesIn = ({ konkursvarsel }: Config): BrregSettings =>
  konkursvarsel?.detailNames === undefined
    ? {}
    : { manners: { names: { ...detailNames, ...konkursvarsel.detailNames } } }
