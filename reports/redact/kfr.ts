import type { KfrSighting } from '../../contracts/kfr/sighting.ts'
import type { GrantSighting } from '../../contracts/maskinporten/grant-sighting.ts'
import type { Gate } from './gate.ts'

/** What the register saw of a report, and Maskinporten of a grant: every text that the participant chose goes through the gate. */

const told = (gate: Gate, text: string | null) => (text === null ? null : gate.prose(text))

export function redactGrant(gate: Gate, grant: GrantSighting): GrantSighting {
  const { clientId, alg, kid, certificate, scopes } = grant
  return {
    ...grant,
    clientId: told(gate, clientId),
    alg: told(gate, alg),
    kid: told(gate, kid),
    certificate:
      certificate === null ? null : { ...certificate, organisationNumber: told(gate, certificate.organisationNumber) },
    scopes: scopes.map((scope) => gate.prose(scope)),
  }
}

/** Digests stand for as long as the register runs, and are made with a secret: equal ones say no more than that. */
export function redactKfr(gate: Gate, sighting: KfrSighting): KfrSighting {
  const { institution, type, token, period, batch } = sighting
  return {
    ...sighting,
    ...(institution === undefined ? {} : { institution: gate.prose(institution) }),
    ...(type === undefined ? {} : { type: gate.prose(type) }),
    token:
      token === null
        ? null
        : {
            ...token,
            scopes: token.scopes.map((scope) => gate.prose(scope)),
            organisation: told(gate, token.organisation),
            method: told(gate, token.method),
          },
    ...(period === undefined ? {} : { period: { from: told(gate, period.from), to: told(gate, period.to) } }),
    ...(batch === undefined
      ? {}
      : {
          batch: {
            ...batch,
            parts: batch.parts.map((part) => ({
              ...part,
              name: told(gate, part.name),
              mediaType: told(gate, part.mediaType),
            })),
          },
        }),
  }
}
