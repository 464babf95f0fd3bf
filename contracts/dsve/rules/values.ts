import type { XmlElement } from '../xml/markup.ts'
import { everything } from './elements.ts'
import { breach, type Problem, tolerated } from './problem.ts'

/** How values are written, whatever they say: DSVE-104 to -106. The schema lets all of it through. */

const amounts: ReadonlySet<string> = new Set(['saldo', 'oevreGrenseRammelaan', 'beloep'])
const booleans: ReadonlySet<string> = new Set([
  'rammelaan',
  'fastrente',
  'realkausjon',
  'laantakerIkkeHjemmelshaver',
  'transporterklaering',
  'sperretForVidereOpplaan',
])

export const valueRules = (root: XmlElement): readonly Problem[] =>
  everything(root).flatMap((element) => {
    const text = element.text.trim()
    if (amounts.has(element.name)) return amount(element, text)
    if (element.name === 'dato') return date(element, text)
    return booleans.has(element.name) ? truth(element, text) : []
  })

const expected = 'kroner as 1234.50: 0 or more, a point, at most two decimals'

/** What is no number at all is a breach; what is a strange number may be read all the same. */
function amount(element: XmlElement, text: string): readonly Problem[] {
  if (/^\d+(\.\d{1,2})?$/.test(text)) return []
  const counts = text !== '' && Number.isFinite(Number(text))
  return [counts ? tolerated('DSVE-104', element, expected, text) : breach('DSVE-104', element, expected, text)]
}

const date = (element: XmlElement, text: string): readonly Problem[] =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? [] : [breach('DSVE-105', element, 'yyyy-MM-dd and nothing more', text)]

const truth = (element: XmlElement, text: string): readonly Problem[] =>
  text === 'true' || text === 'false' ? [] : [breach('DSVE-106', element, 'true or false', text)]
