import { writeFile } from 'node:fs/promises'
import { today } from '../../contracts/calendar.ts'
import { register } from '../../contracts/register.ts'
import { dsvePage } from '../../reports/fixtures/dsve-page.ts'
import { sheetHtml } from '../../reports/fixtures/html.ts'
import { kfrPage } from '../../reports/fixtures/kfr-page.ts'
import { konkursPage } from '../../reports/fixtures/konkurs-page.ts'
import { kontrollPage } from '../../reports/fixtures/kontroll-page.ts'
import { sheetText } from '../../reports/fixtures/text.ts'
import { type Language, languages } from '../../reports/words.ts'
import { loadChecks } from '../../suites/checks.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodes, setupError, usageError } from '../cli/exit.ts'
import { oneOrMore } from '../cli/options.ts'
import { readConfigFiles } from '../config/read.ts'
import { caseNeeds, fixtureNeeds } from '../fixture-needs.ts'

/** The areas that have test data of their own. */
const pages = {
  kontrollinformasjon: kontrollPage,
  konkursvarsel: konkursPage,
  'kfr-rapportering': kfrPage,
  dsve: dsvePage,
} as const
type SheetArea = keyof typeof pages
const areas = Object.keys(pages) as readonly SheetArea[]

export default defineCommand({
  summary: 'tells what test data the bank makes, what of it a configuration lacks, and which requirements wait',
  options: {
    config: { value: 'FILE', help: 'whose test data; without it, all that there can be' },
    area: { value: 'AREA', help: `${areas.join(', ')} (default ${areas[0]})` },
    lang: { value: 'nb|en', help: 'the language (default nb)' },
    html: { value: 'FILE', help: 'writes a page for printing instead' },
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    const language = languageIn(values.lang)
    const area = areaIn(values.area)
    if (values.html !== undefined && !/\.html?$/i.test(values.html))
      throw usageError(`--html: "${values.html}" is no name of a page; let it end with .html`)
    const config = values.config === undefined ? null : (await readConfigFiles(values.config)).config
    const rows = register.filter((row) => row.area === area)
    const checks = await loadChecks([area])
    const without = config?.dsve?.without ?? []
    const input = {
      day: config?.day ?? today(new Date()),
      configured: config === null ? null : { participant: config.participant.name, fixtures: config.fixtures, without },
      needed: { ...fixtureNeeds(rows, checks), ...caseNeeds(rows, checks, without) },
    }
    const page = pages[area](input, language)
    if (values.html === undefined) console.out(sheetText(page))
    else {
      await writePage(values.html, sheetHtml(page))
      console.out(values.html)
    }
    return exitCodes.ok
  },
})

function areaIn(text: string | undefined): SheetArea {
  const [area = areas[0], more] = text === undefined ? [] : oneOrMore('area', text, areas)
  if (area === undefined || more !== undefined) throw usageError(`--area takes one of ${areas.join(', ')}`)
  return area
}

function languageIn(text: string | undefined): Language {
  const [language = 'nb', more] = text === undefined ? [] : oneOrMore('lang', text, languages)
  if (more !== undefined) throw usageError('--lang takes one language: nb or en')
  return language
}

async function writePage(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw setupError(`the sheet cannot be written to ${path}: ${(error as Error).message}`)
  }
}
