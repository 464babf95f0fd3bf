import { createHash } from 'node:crypto'
import { completed, completedPerson, weights } from '../identity/check-digit.ts'
import type { Identifier } from '../report/report.ts'

/**
 * Customers that are made for one run, so that no other run and no real person is touched, and whatever is found of them
 * in the operator's house comes from this run. Numbers of persons are synthetic: the month is written with 80 added.
 */

type MarkerKind = 'fnr' | 'dnr' | 'orgnr'

/** Which customer plays which part. The name is permanent; the number follows from it and from the run. */
export const markers = {
  single: 'fnr',
  'at-once': 'fnr',
  'never-known': 'fnr',
  'of-wrong-type': 'fnr',
  doors: 'fnr',
  'of-another': 'fnr',
  'held-by-second': 'dnr',
  'batch-of-another': 'fnr',
  'at-both': 'orgnr',
  claims: 'fnr',
  'lower-case': 'fnr',
  echo: 'fnr',
  'batch-with-date': 'fnr',
  'batch-without-date': 'dnr',
  'batch-organisation': 'orgnr',
  'batch-bad-date': 'fnr',
  'batch-rejected': 'fnr',
  'half-first': 'fnr',
  'half-last': 'fnr',
  'after-rejected': 'fnr',
  'after-again': 'fnr',
  'batch-mismatched': 'fnr',
  'batch-quoted': 'fnr',
  'batch-last': 'fnr',
  meanwhile: 'fnr',
  aged: 'fnr',
  lasting: 'fnr',
  'ten-years-old': 'fnr',
  returns: 'fnr',
  'back-at-once': 'fnr',
  'looked-up': 'fnr',
  'looked-up-last': 'fnr',
  'left-behind': 'fnr',
  'left-in-spool': 'fnr',
  ceased: 'fnr',
} as const satisfies Record<string, MarkerKind>
export type MarkerName = keyof typeof markers

/** Of nobody else in this run, and the same whenever it is asked for. */
export function markerOf(runId: string, name: MarkerName): string {
  return numbersFrom(`${runId} ${name}`, markers[name], 1)[0] as string
}

/** So many different synthetic persons of the run, such as fill a file; none is a marker. */
export function crowdOf(runId: string, name: string, count: number): readonly string[] {
  const markersOfRun = new Set(identifiersOfRun(runId).map(({ value }) => value))
  return numbersFrom(`${runId} crowd ${name}`, 'fnr', count, (number) => !markersOfRun.has(number))
}

/** All of them, for whoever has to keep them out of what is told. */
export const identifiersOfRun = (runId: string): readonly Identifier[] =>
  (Object.keys(markers) as MarkerName[]).map((name) => ({ value: markerOf(runId, name), name: `${name}.id` }))

/** Stems in a row from where the seed says, without those that have no check digit. */
function numbersFrom(
  seed: string,
  kind: MarkerKind,
  count: number,
  isFree: (number: string) => boolean = () => true,
): readonly string[] {
  const start = createHash('sha256').update(seed).digest().readUIntBE(0, 6)
  const found: string[] = []
  for (let at = start; found.length < count; at += 1) {
    const number = kind === 'orgnr' ? organisationAt(at) : personAt(at, kind === 'dnr' ? 40 : 0)
    if (number !== null && isFree(number)) found.push(number)
  }
  return found
}

const two = (value: number) => String(value).padStart(2, '0')

/** A day of birth from 1900 to 1999, and three individual digits below 500: thirteen million in a row. */
function personAt(at: number, shift: number): string | null {
  const individual = at % 500
  const day = (Math.floor(at / 500) % 28) + 1
  const month = (Math.floor(at / 14_000) % 12) + 1
  const year = Math.floor(at / 168_000) % 100
  return completedPerson(`${two(day + shift)}${two(month + 80)}${two(year)}${String(individual).padStart(3, '0')}`)
}

/** Numbers that begin with 31 are those of synthetic units. */
const organisationAt = (at: number): string | null =>
  completed(`31${String(at % 1_000_000).padStart(6, '0')}`, weights.organisation)
