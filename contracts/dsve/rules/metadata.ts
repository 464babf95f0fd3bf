import { messages } from '../messages.ts'
import { formerly, isRefusal, isStatus, statuses } from '../statuses.ts'
import { keys, type PropertyList, propertyLimits } from '../transfer/properties.ts'
import type { Transfer } from '../transfer/transfer.ts'
import { type Case, expectedRoot } from './case.ts'
import { everything } from './elements.ts'
import { breach, type Problem, tolerated } from './problem.ts'
import type { Reply } from './reply.ts'

/** What the broker carries beside a reply: DSVE-066, -080 to -086; readings/where-status-lives.md. */

/** The value of a key, in whatever letter case it is written. */
export const propertyOf = (properties: PropertyList, key: string): string | undefined =>
  properties[key] ?? Object.entries(properties).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]

export const metadataRules = (reply: Reply, asked: Case): readonly Problem[] => [
  ...limits(reply.transfer),
  ...spelling(reply.transfer.propertyList),
  ...messageType(reply.transfer.propertyList, asked),
  ...status(reply),
  ...description(reply.transfer.propertyList),
]

function limits({ propertyList }: Transfer): readonly Problem[] {
  const entries = Object.entries(propertyList)
  const { entries: most, keyLength, valueLength } = propertyLimits
  const many =
    entries.length > most ? [breach('DSVE-066', 'propertyList', `${most} entries at most`, `${entries.length}`)] : []
  const long = entries.filter(([key, value]) => key.length > keyLength || value.length > valueLength)
  return [
    ...many,
    ...long.map(([key, value]) =>
      breach(
        'DSVE-066',
        `propertyList/${key.slice(0, keyLength)}`,
        `a key of ${keyLength} and a value of ${valueLength} characters at most`,
        `${key.length} and ${value.length}`,
      ),
    ),
  ]
}

function spelling(properties: PropertyList): readonly Problem[] {
  return Object.values(keys).flatMap((key) =>
    Object.keys(properties)
      .filter((name) => name !== key && name.toLowerCase() === key.toLowerCase())
      .map((name) => breach('DSVE-086', `propertyList/${name}`, key, name)),
  )
}

function messageType(properties: PropertyList, asked: Case): readonly Problem[] {
  const expected = messages[expectedRoot(asked)].messageType
  const actual = propertyOf(properties, keys.messageType)
  if (actual === expected) return []
  const place = `propertyList/${keys.messageType}`
  return actual?.toLowerCase() === expected.toLowerCase()
    ? [tolerated('DSVE-080', place, expected, actual)]
    : [breach('DSVE-080', place, expected, actual ?? 'absent')]
}

/** The status that the reply goes by, wherever it was put. */
export const statusOf = ({ transfer, payload }: Reply): string | undefined =>
  propertyOf(transfer.propertyList, keys.status) ?? inManifest(payload) ?? inXml(payload)?.text.trim()

function inManifest(payload: Reply['payload']): string | undefined {
  const manifest = payload.ok ? payload.value.manifest : null
  return manifest?.ok ? propertyOf(manifest.value.propertyList, keys.status) : undefined
}

const inXml = (payload: Reply['payload']) =>
  (payload.ok ? payload.value.documents : [])
    .flatMap(({ xml }) => (xml.ok ? everything(xml.value.root) : []))
    .find(({ name }) => name.toLowerCase() === 'status')

function status({ transfer, payload }: Reply): readonly Problem[] {
  const place = `propertyList/${keys.status}`
  const own = propertyOf(transfer.propertyList, keys.status)
  const actual = own ?? inManifest(payload) ?? inXml(payload)?.text.trim()
  if (actual === undefined) return [breach('DSVE-081', place, 'status in the propertyList', 'absent everywhere')]
  const misplaced =
    own !== undefined
      ? []
      : inManifest(payload) !== undefined
        ? [tolerated('DSVE-081', place, 'status in the propertyList', 'in manifest.xml alone')]
        : [breach('DSVE-081', place, 'status in the propertyList', `in the XML alone, at ${inXml(payload)?.path}`)]
  if (isStatus(actual)) return misplaced
  const hint = formerly[actual] ?? formerly[actual.toUpperCase()]
  const meant = hint ? `${hint.meant} (${actual} is ${hint.from})` : `one of ${statuses.join(', ')}`
  return [...misplaced, breach('DSVE-082', place, meant, actual)]
}

/** What no end user should be shown, and words that no Norwegian text has. */
const technical =
  /exception|stack ?trace|\bnull\b|\bundefined\b|\bat [\w.$]+\(|[A-Z]{2,}[-_]\d{2,}|[{}<>]|\b[A-Z]+_[A-Z_]+\b/i
const english = /\b(the|not|found|loan|error|failed|unknown|invalid|request|please|no such|property|could)\b/i

function description(properties: PropertyList): readonly Problem[] {
  const place = `propertyList/${keys.statusDescription}`
  const actual = propertyOf(properties, keys.status)
  if (actual === undefined || !isRefusal(formerly[actual]?.meant ?? actual)) return []
  const text = propertyOf(properties, keys.statusDescription)?.trim() ?? ''
  if (text === '') return [breach('DSVE-083', place, 'a text that explains the refusal', 'none')]
  const fit = !technical.test(text) && !english.test(text) && /\p{Letter}{2,}\P{Letter}+\p{Letter}{2,}/u.test(text)
  return fit ? [] : [tolerated('DSVE-084', place, 'Norwegian that an end user understands; look at it yourself', text)]
}
