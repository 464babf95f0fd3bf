import { Ajv } from 'ajv'
import { LineCounter, parseDocument } from 'yaml'
import { parseIsoDate } from '../calendar.ts'
import { parseOrganisationNumber } from '../identity/organisation-number.ts'
import { parsePartyId } from '../kontrollinformasjon/wire.ts'
import type { Config, Keystore } from './config.ts'
import { type Problem, problemOf } from './problems.ts'
import { configSchema, keystoreSchema } from './schema.ts'

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true })
ajv.addFormat('date', (input: string) => parseIsoDate(input).ok)
const isConfig = ajv.compile<Config>(configSchema)
const isKeystore = ajv.compile<Keystore>(keystoreSchema)

/** YAML, or JSON, which is YAML too. All problems at once. */
export function readConfig(text: string): Read<Config> {
  const found = read<Config>(text, isConfig)
  if (!found.ok) return found
  const problems = wrongNumbers(found.value)
  return problems.length === 0 ? found : { ok: false, problems }
}
export const readKeystore = (text: string): Read<Keystore> => read(text, isKeystore)

function read<T>(text: string, validate: typeof isConfig | typeof isKeystore): Read<T> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, schema: 'core' })
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, code }) => {
      const { line, col } = lineCounter.linePos(pos[0])
      return {
        path: `line ${line}, column ${col}`,
        wrong: `not readable as YAML or JSON (${code})`,
        remedy: 'mend the syntax there',
      }
    })
    return { ok: false, problems }
  }
  const value: unknown = document.toJS()
  if (validate(value)) return { ok: true, value: value as T }
  return { ok: false, problems: (validate.errors ?? []).map(problemOf) }
}

/** A wrong digit would be taken for the bank's mistake. */
function wrongNumbers({ participant, fixtures }: Config): readonly Problem[] {
  const ids = Object.entries(fixtures).map(([name, { id }]) => [`fixtures.${name}.id`, parsePartyId(id).ok] as const)
  const own = ['participant.organisationNumber', parseOrganisationNumber(participant.organisationNumber).ok] as const
  return [own, ...ids]
    .filter(([, isRight]) => !isRight)
    .map(([path]) => ({ path, wrong: 'has a wrong check digit', remedy: 'look for a mistyped digit' }))
}
