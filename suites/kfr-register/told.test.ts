import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifiersOfRun } from '../../contracts/kfr-register/markers.ts'
import type { RegisterEvidence } from '../../contracts/kfr-register/operator.ts'
import { requirement } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { documents } from '../../reports/documents.ts'
import { judgeReference } from '../testing/judge-reference.ts'

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const folder = mkdtempSync(join(tmpdir(), 'samsvar-told-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function toldOf(record: RunRecord): Promise<string> {
  const { publicKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true })
  const made = await documents(record, { sealTo: await exportJWK(publicKey), titles: requirement })
  return [...made].flatMap(([name, text]) => (name === 'evidence.sealed' ? [] : [text])).join('\n')
}

describe('what a run leaves', () => {
  it('names no customer, no token and no file of a batch', async () => {
    const only = ['KFRO-013', 'KFRO-019', 'KFRO-026', 'KFRO-027', 'KFRO-041', 'KFRO-052', 'KFRO-056', 'KFRO-066']
    const record = await judgeReference({ area: 'kfr-register', parties, only })
    const told = await toldOf(record)
    for (const { value } of identifiersOfRun('test-1')) expect(told).not.toContain(value)
    expect(told).toContain('{batch: a dated person, a dated organisation, an undated person}')
    expect(told).toContain('{single.id}')
    expect(told).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  })

  it('names nobody who was found in a log either', async () => {
    const record = await judgeReference({
      area: 'kfr-register',
      parties,
      only: ['KFRO-069'],
      faults: ['logs-look-ups'],
    })
    expect(record.report.results.find(({ requirement: id }) => id === 'KFRO-069')?.verdict).toBe('fail')
    const told = await toldOf(record)
    for (const { value } of identifiersOfRun('test-1')) expect(told).not.toContain(value)
  })

  it('says what to ask for where nothing can be seen', async () => {
    const record = await judgeReference({ area: 'kfr-register', parties, only: ['KFRO-010'] })
    const told = await toldOf(record)
    expect(told).toContain(requirement('KFRO-068')?.unobservable?.evidence.slice(0, 60))
  })
})

describe('evidence', () => {
  const verdictOf = async (evidence: RegisterEvidence) => {
    const declares = () => ({ evidence })
    const record = await judgeReference({ area: 'kfr-register', parties, only: ['KFRO-069'], declares })
    return record.report.results.find(({ requirement: id }) => id === 'KFRO-069')
  }

  it('that nobody has named is asked for', async () => {
    expect(await verdictOf({})).toMatchObject({ verdict: 'not-tested', reason: 'unobservable-here' })
  })

  it('that is not there is asked for', async () => {
    const found = await verdictOf({ logs: [join(folder, 'none.log')] })
    expect(found).toMatchObject({ verdict: 'not-tested', reason: 'unobservable-here' })
    expect(found?.message).toMatch(/deliver all logs: .* taken after 20/)
  })

  it('that is older than the run shows nothing', async () => {
    const path = join(folder, 'old.log')
    writeFileSync(path, 'nothing')
    utimesSync(path, new Date('2026-01-01'), new Date('2026-01-01'))
    const found = await verdictOf({ logs: [path] })
    expect(found).toMatchObject({ verdict: 'inconclusive', reason: 'no-traffic' })
    expect(found?.message).toMatch(/older than the run .*deliver all logs/)
  })
})
