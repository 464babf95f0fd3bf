import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../contracts/report/report.ts'
import besides from '../../suites/kontrollinformasjon/matrix/besides.json' with { type: 'json' }
import { type KnownFault, knownFaults } from '../../suites/targets/faults.ts'
import { type Besides, builtIn, claimOf, effectOf } from '../../suites/testing/matrix.ts'
import { type Gateway, startGateway } from './gateway.ts'
import { bankProcess, type Running, samsvar, stop } from './processes.ts'

/**
 * Faults in a bank of its own process, judged by the configuration that it wrote: every other one directly, and behind a
 * gateway. In one process the matrix holds all of them; here so many are drawn, by the seed in `PROVE_SEED`, and
 * `PROVE_ALL=1` takes all. Two halves, a file each, so that two cores have something to do.
 */
type Half = 'first' | 'second'

const ways = ['directly', 'behind a gateway'] as const
type Way = (typeof ways)[number]

let folder: string
/** Behind the gateway no instance in production profile is to be had, so some rows do not apply. */
const conformant: Partial<Record<Way, { readonly report: Report; readonly code: number | null }>> = {}
const open: { bank?: Running; gateway?: Gateway } = {}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-prove-'))
})
afterEach(async () => {
  if (open.bank !== undefined) await stop(open.bank)
  await open.gateway?.close()
  await rm(folder, { recursive: true })
})
beforeAll(async () => {
  for (const way of ways) {
    folder = await mkdtemp(join(tmpdir(), 'samsvar-prove-'))
    conformant[way] = await judge([], way)
    await stop(open.bank as Running)
    await open.gateway?.close()
    await rm(folder, { recursive: true })
  }
})

async function judge(faults: readonly string[], way: Way): Promise<{ report: Report; code: number | null }> {
  const gateway = way === 'behind a gateway' ? await startGateway() : undefined
  const options = faults.flatMap((id) => ['--fault', id])
  const publicUrl = gateway === undefined ? [] : ['--public-url', `${gateway.url}/dsop/kontroll/v2/`]
  const bank = await bankProcess(folder, [...options, ...publicUrl])
  Object.assign(open, { bank, gateway })
  const env: Record<string, string> = {}
  if (gateway !== undefined) {
    gateway.passTo(bank.text().match(/listens on\s+(\S+)/)?.[1] ?? '')
    env.NODE_EXTRA_CA_CERTS = join(folder, 'gateway.pem')
    await writeFile(env.NODE_EXTRA_CA_CERTS, gateway.rootPem)
  }
  const out = join(folder, 'report')
  const run = samsvar(['run', '--config', bank.config, '--out', out], { env })
  const code = await run.ended
  if (code === 3 || code === 70) throw new Error(run.text())
  return { report: JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')), code }
}

const ofArea = knownFaults.filter((fault) => fault.area === 'kontrollinformasjon')

export function judgeInTwoProcesses(half: Half): void {
  const own = drawn(ofArea.filter((_, index) => index % 2 === (half === 'first' ? 0 : 1)))
  const faults = own.map(
    (fault, index) => [fault.id, index % 2 === 0 || isHidden(fault) ? 'directly' : 'behind a gateway', fault] as const,
  )

  describe('a bank in another process', () => {
    it.each(ways)('that is conformant passes %s', (way) => {
      const { report, code } = standard(way)
      const { fail, warn, inconclusive, pass } = report.summary
      expect([code, fail, warn, inconclusive]).toEqual([0, 0, 0, 0])
      expect(pass).toBeGreaterThanOrEqual(100)
    })

    it.each(faults)('with %s is judged exactly %s', async (id, way, fault) => {
      const { report, code } = await judge([id], way)
      const usual = standard(way)
      const effect = effectOf({ report }, usual)
      const passed = new Set(
        usual.report.results.filter(({ verdict }) => verdict === 'pass').map(({ requirement }) => requirement),
      )
      const recorded = Object.entries((besides as Record<string, Besides>)[id] ?? {}).filter(([row]) => passed.has(row))
      expect(effect.breaks).toEqual(claimOf(fault, builtIn(usual)).filter((row) => passed.has(row)))
      expect(effect.besides).toEqual(Object.fromEntries(recorded))
      expect(code).toBe(codeOf(report))
    })
  })
}

function standard(way: Way) {
  const usual = conformant[way]
  if (usual === undefined) throw new Error(`no conformant bank was judged ${way}`)
  return usual
}

/** What a gateway changes by itself: it ends TLS, and writes the names of headers in small letters. */
const hidden = new Set(['KI-URL-001', 'KI-REQ-013'])
const isHidden = ({ id, violates }: KnownFault): boolean =>
  violates.some((row) => hidden.has(row)) || id.startsWith('answers-a-case-once')

const ofEachHalf = 20
const seed = process.env.PROVE_SEED ?? '1'

/** In the order of their digests: another seed draws others, the same one the same. */
function drawn<T extends { readonly id: string }>(faults: readonly T[]): readonly T[] {
  if (process.env.PROVE_ALL === '1') return faults
  const rank = ({ id }: T) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return faults.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, ofEachHalf)
}

const codeOf = ({ summary }: Report) => (summary.fail > 0 ? 1 : summary.inconclusive > 0 ? 2 : 0)
