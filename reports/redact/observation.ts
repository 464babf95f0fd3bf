import type { BrregSighting } from '../../contracts/konkursvarsel/sighting.ts'
import type { Observation } from '../../contracts/report/evidence.ts'
import { redactAct } from './act.ts'
import type { Gate } from './gate.ts'
import { redactGrant, redactKfr } from './kfr.ts'
import { redactLetter } from './letter.ts'
import { redactUrl } from './url.ts'

/** What a party saw, as it may be told. Whatever the participant could have chosen goes through the gate. */

export function redactObservation(gate: Gate, observation: Observation): Observation {
  const { id, epoch, party, at, method, path, status, brreg, act, letter, maskinporten, kfr } = observation
  return {
    id,
    epoch: gate.prose(epoch),
    party,
    at,
    method: gate.prose(method),
    // Of an act or a letter it is an id of the broker, or a fixture: ours.
    path: act === undefined && letter === undefined ? redactUrl(gate, path) : gate.prose(path),
    status,
    ...(brreg === undefined ? {} : { brreg: redactSighting(gate, brreg) }),
    ...(maskinporten === undefined ? {} : { maskinporten: redactGrant(gate, maskinporten) }),
    ...(act === undefined ? {} : { act: redactAct(gate, act) }),
    ...(letter === undefined ? {} : { letter: redactLetter(gate, letter) }),
    ...(kfr === undefined ? {} : { kfr: redactKfr(gate, kfr) }),
  }
}

function redactSighting(gate: Gate, sighting: BrregSighting): BrregSighting {
  const { tls, since, notice } = sighting
  const { certificate } = tls
  return {
    ...sighting,
    tls: {
      ...tls,
      certificate:
        certificate === null
          ? null
          : {
              ...certificate,
              organisationNumber:
                certificate.organisationNumber === null ? null : gate.prose(certificate.organisationNumber),
              issuer: gate.prose(certificate.issuer),
            },
    },
    ...(since === undefined ? {} : { since: gate.prose(since) }),
    ...(notice === undefined ? {} : { notice: gate.prose(notice) }),
  }
}
