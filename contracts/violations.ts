import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { parseDateTime, parseIsoDate } from './calendar.ts'
import { lazily } from './lazily.ts'

/** JSON Schemas of bodies, compiled when they are first asked: one that does not compile stops whoever asks. */

export interface Violation {
  /** JSON pointer; empty for the body itself. */
  readonly at: string
  /** Short, and without anything of what stood there: `type: string`, `required: responseDetails`. */
  readonly rule: string
}

type Is = (input: string) => boolean

const usualFormats: Readonly<Record<string, Is>> = {
  date: (input) => parseIsoDate(input).ok,
  // RFC 3339 would refuse the documentation's own examples (Q13).
  'date-time': (input) => parseDateTime(input).ok,
}

const most = 50

/** Everything in a body that breaks its schema, at most 50, in the order of the schema. Takes any input. */
export function violationsIn<Name extends string>(
  shapes: Readonly<Record<Name, object>>,
  formats: Readonly<Record<string, Is>> = {},
): (schema: Name, body: unknown) => readonly Violation[] {
  const known = Object.entries({ ...usualFormats, ...formats }).map(
    ([name, validate]) => [name, { type: 'string', validate }] as const,
  )
  const options = { strict: true, verbose: true, formats: Object.fromEntries(known) } as const
  const compiledBy = (ajv: Ajv2020) => lazily((schema: Name) => ajv.compile(shapes[schema]))
  const stopsAtFirst = compiledBy(new Ajv2020(options))
  const findsAll = compiledBy(new Ajv2020({ ...options, allErrors: true }))
  return (schema, body) => {
    const first = stopsAtFirst(schema)
    if (first(body)) return []
    const all = findsAll(schema)
    const errors = all(withShortLists(body)) ? first.errors : all.errors
    return (errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .slice(0, most)
      .map((found) => ({ at: found.instancePath, rule: ruleOf(found) }))
  }
}

/** A list of half a million empty objects has millions of errors, each an object in memory: nobody reads them. */
const mostItems = 1000
/** Deeper than any list of the schemas stands; a body without a bottom is left alone there. */
const deepestList = 20

function withShortLists(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || depth > deepestList) return value
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => withShortLists(item, depth + 1))
  const members = Object.entries(value).map(([name, member]) => [name, withShortLists(member, depth + 1)])
  return Object.fromEntries(members)
}

function ruleOf({ keyword, params, parentSchema }: ErrorObject): string {
  if (keyword === 'type') return `type: ${[params.type].flat().join(' or ')}`
  if (keyword === 'required') return `required: ${params.missingProperty}`
  if (keyword === 'enum' || keyword === 'pattern') return `${keyword}: ${parentSchema?.title}`
  if (keyword === 'format') return `format: ${params.format}`
  return `${keyword}: ${params.limit}`
}
