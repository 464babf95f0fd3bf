import { brokerManners } from '../altinn-broker/stimuli.ts'
import { kfrStimuli } from '../kfr/shapes.ts'
import { brregStimuli, object } from '../konkursvarsel/shapes.ts'
import type { Stimulus } from './protocol.ts'

/** The shape of a stimulus: which members it has depends on the party, and on what it does. */

export type Schema = Readonly<Record<string, unknown>>
type Members = {
  readonly required?: Readonly<Record<string, Schema>>
  readonly optional?: Readonly<Record<string, Schema>>
}

export const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values })

/** Complete by type: a stimulus that protocol.ts gains is missing here until it is written down. */
const stimuli: { readonly [P in Stimulus['party']]: Record<Extract<Stimulus, { party: P }>['does'], Members> } = {
  certpub: { outage: {}, 'unknown-participant': {} },
  maskinporten: { outage: {}, 'short-tokens': {} },
  'altinn-broker': { outage: {}, misbehaves: { required: { how: oneOf(brokerManners) } } },
  akeldo: { outage: {}, 'odd-entries': {} },
  brreg: brregStimuli,
  kfr: kfrStimuli,
}

/** Those that can be stimulated. */
export const stimulated: readonly string[] = Object.keys(stimuli)

export const stimulus = {
  type: 'object',
  discriminator: { propertyName: 'party' },
  oneOf: Object.entries(stimuli).map(([party, does]) => ofParty(party, does)),
}

/** Which members there are depends on what is done, and the message then speaks of that alone. */
function ofParty(party: string, does: Readonly<Record<string, Members>>): Schema {
  const known = Object.entries(does)
  const members = Object.assign({}, ...known.map(([, { required, optional }]) => ({ ...required, ...optional })))
  const one = object({ party: { const: party }, does: oneOf(Object.keys(does)) }, members)
  const rules = known.map(([name, { required = {}, optional = {} }]) => ({
    if: { type: 'object', properties: { does: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      type: 'object',
      required: Object.keys(required),
      properties: Object.fromEntries(
        Object.keys(members)
          .filter((member) => !(member in required || member in optional))
          .map((member) => [member, false]),
      ),
    },
  }))
  return { ...one, allOf: rules }
}
