import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Area } from '../contracts/requirement.ts'
import type { Check } from './kit/run/check.ts'

/** Checks of other areas that decide rows of an area: what two areas say is asked once. */
const askedElsewhere: Readonly<Partial<Record<Area, readonly string[]>>> = {
  konkursvarsel: [
    'kontrollinformasjon/konkurs/KI-KON-023.check.{ts,js}',
    'kfr-rapportering/konkurs/KFRB-049.check.{ts,js}',
  ],
}

/** Every `*.check.ts` below the folder of an area, found and loaded. A file exports one check, or a table of them. */
export async function loadChecks(areas: readonly Area[]): Promise<readonly Check[]> {
  const patterns = areas.flatMap((area) => [`${area}/**/*.check.{ts,js}`, ...(askedElsewhere[area] ?? [])])
  const files = [...new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: import.meta.dirname })))].sort()
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(`${import.meta.dirname}/${file}`).href)))
  const checks = modules.flatMap((module: { default: Check | readonly Check[] }) => module.default)
  return checks.toSorted((a, b) => (a.verifies < b.verifies ? -1 : 1))
}
