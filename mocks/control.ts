import type { Control, PartyName, Stimulus } from '../contracts/control/protocol.ts'
import type { Akeldo } from './akeldo/akeldo.ts'
import type { Broker } from './altinn-broker/broker.ts'
import { brokerFaults } from './altinn-broker/faults.ts'
import type { Bosiden } from './bosiden/bosiden.ts'
import { withoutZero } from './bounded-log.ts'
import type { Brreg } from './brreg/brreg.ts'
import type { CertPub } from './certpub/certpub.ts'
import type { Traffic } from './http/traffic.ts'
import type { OtherIssuers } from './issuers.ts'
import type { Kfr } from './kfr/kfr.ts'
import type { Maskinporten } from './maskinporten/maskinporten.ts'
import type { Megler } from './megler/megler.ts'

/** The control protocol, in process (contracts/control/protocol.ts). */

/** What the parties need to know of the one who is tested. */
export interface Participant {
  /** Its base URL, which is the audience of tokens. */
  readonly audience: () => string
  /** Calls its test hook that forgets certificates and keys; false when it has none. */
  readonly forget: () => Promise<boolean>
}

/** Whoever was started. */
interface Stage {
  readonly maskinporten?: Maskinporten
  readonly certpub?: CertPub
  readonly brreg?: Brreg
  readonly 'altinn-broker'?: Broker
  readonly akeldo?: Akeldo
  readonly megler?: Megler
  readonly kfr?: Kfr
  /** Whom reporters to the register ask for tokens, where it is another than everybody's. */
  readonly reporters?: Maskinporten
  /** Who asks the register for a bostyrer, where that stands. */
  readonly bosiden?: Bosiden
  readonly issuers: Partial<OtherIssuers>
  readonly traffic: Traffic
}

/** `certpub outage` and the like, each with what turns it on and off. */
type Switched = Exclude<Stimulus, { party: 'brreg' | 'kfr' } | { does: 'misbehaves' }>
const stimuli: { readonly [P in Switched as `${P['party']} ${P['does']}`]: (stage: Stage, on: boolean) => void } = {
  'certpub outage': ({ certpub }, on) => certpub?.outage(on),
  'certpub unknown-participant': ({ certpub }, on) => certpub?.unknownParticipant(on),
  'maskinporten outage': ({ maskinporten, reporters }, on) => {
    maskinporten?.outage(on)
    reporters?.outage(on)
  },
  'maskinporten short-tokens': ({ maskinporten, reporters }, on) =>
    (reporters ?? maskinporten)?.limitLife(on ? shortLife : null),
  'altinn-broker outage': ({ 'altinn-broker': broker }, on) => broker?.outage(on),
  'akeldo outage': ({ akeldo }, on) => akeldo?.outage(on),
  'akeldo odd-entries': ({ akeldo }, on) => akeldo?.oddEntries(on),
}

/** Seconds for which a token lives when it is to run out before one's eyes. */
const shortLife = 2

export function createControl(stage: Stage, participant: Participant): Control {
  const { traffic } = stage
  return {
    async mint({ recipe }) {
      const { issuer = 'test' } = recipe
      const by = issuer === 'test' ? stage.maskinporten : stage.issuers[issuer]
      if (by === undefined) throw absent('maskinporten')
      const trusted = stage.maskinporten?.issuer
      const whom = { audience: participant.audience(), ...(trusted === undefined ? {} : { trusted }) }
      return { token: await by.mint(recipe, whom) }
    },
    async stimulate({ stimulus }) {
      if (stage[stimulus.party] === undefined) throw absent(stimulus.party)
      if (stimulus.party === 'brreg') {
        await stage.brreg?.stimulate(stimulus)
        return {}
      }
      if (stimulus.party === 'kfr') {
        await stage.kfr?.stimulate(stimulus)
        return {}
      }
      if (stimulus.does === 'misbehaves') {
        stage['altinn-broker']?.misbehave(brokerFaults[stimulus.how] ?? null)
        return {}
      }
      const name = `${stimulus.party} ${stimulus.does}` as keyof typeof stimuli
      const stimulusKnown = Object.hasOwn(stimuli, name)
      if (!stimulusKnown) throw new Error(`No party does "${name}"; known are: ${Object.keys(stimuli).join(', ')}`)
      stimuli[name](stage, true)
      return {}
    },
    async calm() {
      for (const turn of Object.values(stimuli)) turn(stage, false)
      stage['altinn-broker']?.misbehave(null)
      await Promise.all([stage.brreg?.calm(), stage.kfr?.calm()])
      return {}
    },
    async observed({ after }) {
      return withoutZero(traffic.seen(after))
    },
    async publish({ publication }) {
      if (stage.brreg === undefined) throw absent('brreg')
      return { published: stage.brreg.publish(publication) }
    },
    async advance({ to }) {
      const { brreg, kfr } = stage
      if (brreg === undefined && kfr === undefined) throw absent('brreg')
      // One time for all of them; the first that stands tells it.
      const [now = ''] = [brreg, kfr].flatMap((party) => party?.advance(to) ?? [])
      return { now }
    },
    async inquire({ inquiry }) {
      if (stage.megler === undefined) throw absent('megler')
      return stage.megler.ask(inquiry)
    },
    async lookUp({ lookUp }) {
      if (stage.bosiden === undefined) throw absent('kfr')
      return stage.bosiden.lookUp(lookUp)
    },
    async letters({ after }) {
      if (stage.megler === undefined) throw absent('megler')
      return withoutZero(stage.megler.letters(after))
    },
    async acts({ after }) {
      if (stage['altinn-broker'] === undefined) throw absent('altinn-broker')
      return withoutZero(stage['altinn-broker'].acts(after))
    },
    async forget() {
      return { done: await participant.forget() }
    },
  }
}

const absent = (party: PartyName) => new Error(`The party ${party} was not started; start it with --party ${party}`)
