import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../../contracts/register.ts'
import { loadChecks } from '../../suites/checks.ts'
import type { Check } from '../../suites/kit/run/check.ts'
import { dispatch } from '../cli/dispatch.ts'
import { exitCodes } from '../cli/exit.ts'
import { fixtureNeeds } from '../fixture-needs.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-fixtures-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function samsvar(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const interrupt = new AbortController().signal
  const console = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    isTerminal: false,
    interrupt,
  }
  const code = await dispatch(['fixtures', ...args], console as never)
  return { code, out: out.join('\n'), err: err.join('') }
}

describe('samsvar fixtures', () => {
  it('prints the sheet in Norwegian, or in English', async () => {
    const { code, out } = await samsvar()
    expect([code, out.split('\n')[0]]).toEqual([exitCodes.ok, 'Testdata for kontrollinformasjon ved konkurs'])
    expect(out).not.toContain('[mangler]')
    expect((await samsvar('--lang', 'en')).out).toMatch(/^P1 {2}Bankrupt organisation/m)
  })

  it('prints the sheet of another area', async () => {
    const { code, out } = await samsvar('--area', 'konkursvarsel', '--lang', 'en')
    expect([code, out.split('\n')[0]]).toEqual([exitCodes.ok, 'Test data for konkursvarsel'])
    expect((await samsvar('--area', 'dsve', '--lang', 'en')).out).toMatch(
      /^S17 {2}Four dates, an instalment in between/m,
    )
    expect((await samsvar('--area', 'konkursvarsl')).err).toContain('did you mean konkursvarsel')
  })

  it('writes a page', async () => {
    const path = join(folder, 'sheet.html')
    expect(await samsvar('--html', path)).toMatchObject({ code: exitCodes.ok, out: path })
    expect(await readFile(path, 'utf8')).toMatch(/^<!doctype html>\n<html lang="nb">/)
  })

  it('writes over nothing that is no page, and says where it cannot write', async () => {
    const config = join(folder, 'config.yaml')
    await writeFile(config, 'kept')
    expect(await samsvar('--html', config)).toMatchObject({
      code: exitCodes.usage,
      err: expect.stringContaining('.html'),
    })
    expect(await readFile(config, 'utf8')).toBe('kept')
    const nowhere = await samsvar('--html', join(folder, 'none', 'sheet.html'))
    expect([nowhere.code, nowhere.err]).toEqual([exitCodes.setup, expect.stringContaining('cannot be written')])
  })

  it.each([[['--lang', 'sv']], [['--lang', 'nb,en']], [['P1']], [['--day', '1']]])('refuses %s', async (args) => {
    expect((await samsvar(...args)).code).toBe(exitCodes.usage)
  })

  it('tells of a configuration that is not there', async () => {
    const { code, err } = await samsvar('--config', join(folder, 'none.yaml'))
    expect([code, err]).toEqual([exitCodes.setup, expect.stringContaining('none.yaml')])
  })
})

describe('what needs a fixture', () => {
  const rows = register.filter(({ area }) => area === 'kontrollinformasjon')
  const check = (verifies: string, fixtures: Partial<Pick<Check, 'needs' | 'uses'>>) =>
    ({ verifies, needs: [], uses: [], ...fixtures }) as unknown as Check
  const idsOf = (needs: ReturnType<typeof fixtureNeeds>, name: keyof typeof needs, built: boolean) =>
    needs[name].filter((one) => one.built === built).map(({ id }) => id)

  it('is told by the words of the catalogue while there is no check', () => {
    const needs = fixtureNeeds(rows, [])
    expect(idsOf(needs, 'A12', false)).toEqual(['KI-ACC-016', 'KI-BAL-018'])
    expect(idsOf(needs, 'A1', false)).not.toContain('KI-ACC-034')
    expect(idsOf(needs, 'C2', false)).toEqual(['KI-ENC-006'])
    expect(needs.P1.every(({ built }) => !built)).toBe(true)
  })

  it('is what a check needs and uses, and so its twins', () => {
    const needs = fixtureNeeds(rows, [
      check('KI-ACC-016', { needs: ['A12'], uses: ['A7'] }),
      check('KI-AUT-001', { needs: ['P1'] }),
    ])
    expect(idsOf(needs, 'A12', true)).toEqual(['KI-ACC-016'])
    expect(idsOf(needs, 'A7', true)).toEqual(['KI-ACC-016'])
    expect(idsOf(needs, 'P1', true)).toEqual(['KI-AUT-001', 'TD-001'])
  })

  it('leaves out what nobody can see from outside', async () => {
    const needs = fixtureNeeds(rows, await loadChecks(['kontrollinformasjon']))
    const told = new Set(Object.values(needs).flatMap((all) => all.map(({ id }) => id)))
    for (const { id, unobservable } of rows) if (unobservable !== null) expect(told).not.toContain(id)
    expect(needs.P1.length).toBeGreaterThan(20)
  })
})
