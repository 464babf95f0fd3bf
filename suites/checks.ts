import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Area } from '../contracts/requirement.ts'
import type { Check } from './kit/run/check.ts'

/** Every `*.check.ts` below the folder of an area, found and loaded. A file exports one check, or a table of them. */
export async function loadChecks(areas: readonly Area[]): Promise<readonly Check[]> {
  const files = areas.flatMap((area) => globSync(`${area}/**/*.check.{ts,js}`, { cwd: import.meta.dirname })).sort()
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(`${import.meta.dirname}/${file}`).href)))
  const checks = modules.flatMap((module: { default: Check | readonly Check[] }) => module.default)
  return checks.toSorted((a, b) => (a.verifies < b.verifies ? -1 : 1))
}
