import { told } from './differences.ts'

/**
 * Writes JSON as Fjordbanken does: members in reverse, one of its own in every object, everything above ASCII escaped,
 * whole hundreds with an exponent and other numbers with two decimals. Every reader of RFC 8259 gets the same values.
 */
export function writeJson(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',\r\n')}]`
  return objectText(Object.entries(value as object))
}

function objectText(entries: readonly (readonly [string, unknown])[]): string {
  const members = entries.map(([name, value]) => `${escaped(name)} : ${writeJson(value)}`).reverse()
  return `{ ${[`"${told.extraMember.here}":{"kilde":[1,null],"kode":"F7"}`, ...members].join(', ')} }`
}

function numberText(value: number): string {
  if (value !== 0 && value % 100 === 0) return value.toExponential()
  const fixed = value.toFixed(2)
  return Number(fixed) === value ? fixed : String(value)
}

const escaped = (text: string) =>
  JSON.stringify(text)
    .replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')
