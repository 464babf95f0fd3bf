import type { Content } from '../../../contracts/report/evidence.ts'
import { readJson } from './json.ts'

/** A token may stand behind escapes of JSON, or in the header of a JWE: it shows only when that is read. */
export function withoutTokens(content: Content, strip: (text: string) => string): Content {
  if (content.form === 'json') return { ...content, value: cleaned(content.value, strip) }
  if (content.form !== 'jwe') return content
  const header = cleaned(content.header, strip)
  const { opened } = content
  if ('error' in opened) return { ...content, header }
  const value = cleaned(opened.value, strip)
  const text = value === opened.value ? opened.text : JSON.stringify(value)
  return { ...content, header, opened: { ...opened, text, value } }
}

/** The value itself where nothing of it is a token. */
function cleaned<T>(value: T, strip: (text: string) => string): T {
  const text = JSON.stringify(value)
  const stripped = text === undefined ? text : strip(text)
  if (stripped === text || stripped === undefined) return value
  const read = readJson(stripped)
  return (read !== undefined && 'value' in read ? read.value : '{token}') as T
}
