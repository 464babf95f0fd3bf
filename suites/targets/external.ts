import { type IsoDate, today } from '../../contracts/calendar.ts'
import type { Config, Keystore } from '../../contracts/config/config.ts'
import { connectControl } from '../../contracts/control/http-client.ts'
import type { Debtor, Fixtures } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { Identifier } from '../../contracts/report/report.ts'
import type { Target } from '../kit/target.ts'

/** A bank in another process or another house, as its configuration tells of it. */
export function externalTarget(config: Config, keystore: Keystore): Target {
  const day: IsoDate = config.day ?? today(new Date())
  const deadlineMs = (config.deadlineSeconds ?? 30) * 1000
  const { controlToken, consumerKeys, identifiers = [] } = keystore
  return {
    kind: 'external',
    faults: [],
    participant: config.participant,
    baseUrl: config.baseUrl,
    trust: config.trust ?? [],
    keys: consumerKeys,
    fixtures: config.fixtures,
    day,
    deadlineMs,
    control: connectControl({ url: config.parties.control, token: controlToken, deadlineMs }),
    config: {
      baseUrl: config.baseUrl,
      control: config.parties.control,
      deadlineSeconds: deadlineMs / 1000,
      fixtures: Object.keys(config.fixtures),
    },
    known: {
      identifiers: [...identifiersOf(config.fixtures), ...identifiers],
      secrets: [controlToken, ...consumerKeys],
    },
    close: async () => undefined,
  }
}

/** What the configuration gives away of the bank's world; what the bank answers is masked by its kind. */
function identifiersOf(fixtures: Fixtures): readonly Identifier[] {
  const { P1, A4 } = fixtures
  const named: readonly (readonly [string, Debtor])[] = Object.entries(fixtures)
  const owners = named.flatMap(([name, { id, alsoKnownAs }]) => [
    { value: id, name: `${name}.id` },
    ...(alsoKnownAs ?? []).map((value, index) => ({ value, name: `${name}.id#${index + 2}` })),
  ])
  const blocked = P1?.blockedAccounts ?? []
  return [
    ...owners,
    ...blocked.map((value, index) => ({ value, name: `P1.account#${index + 1}` })),
    ...(A4 === undefined ? [] : [{ value: A4.accountIdentifier, name: 'A4.account' }]),
  ]
}
