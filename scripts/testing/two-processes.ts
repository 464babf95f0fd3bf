import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../contracts/report/report.ts'
import besides from '../../suites/kontrollinformasjon/matrix/besides.json' with { type: 'json' }
import { knownFaults } from '../../suites/targets/faults.ts'
import { type Besides, builtIn, claimOf, effectOf } from '../../suites/testing/matrix.ts'
import { type Gateway, startGateway } from './gateway.ts'
import { bankProcess, type Running, samsvar, stop } from './processes.ts'

/**
 * Faults in a bank of its own process, judged by the configuration that it wrote: every other one directly, and behind a
 * gateway. In one process the matrix holds all of them; here so many are drawn, by the seed in `PROVE_SEED`, and
 * `PROVE_ALL=1` takes all. Two halves, a file each, so that two cores have something to do.
 */
export type Half = 'first' | 'second'

let folder: string
let conformant: Report
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
  folder = await mkdtemp(join(tmpdir(), 'samsvar-prove-'))
  conformant = (await judge([], false)).report
  await stop(open.bank as Running)
  await rm(folder, { recursive: true })
})

async function judge(
  faults: readonly string[],
  behindGateway: boolean,
): Promise<{ report: Report; code: number | null }> {
  const gateway = behindGateway ? await startGateway() : undefined
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
    (fault, index) => [fault.id, index % 2 === 0 ? 'directly' : 'behind a gateway', fault] as const,
  )

  describe('a bank in another process', () => {
    it.each(['directly', 'behind a gateway'] as const)('that is conformant passes %s', async (way) => {
      const { report, code } = await judge([], way === 'behind a gateway')
      expect([code, report.summary]).toEqual([0, conformant.summary])
    })

    it.each(faults)('with %s is judged exactly %s', async (id, way, fault) => {
      const { report, code } = await judge([id], way === 'behind a gateway')
      const effect = effectOf({ report }, { report: conformant })
      expect(effect.breaks).toEqual(claimOf(fault, builtIn({ report: conformant })))
      expect(effect.besides).toEqual((besides as Record<string, Besides>)[id] ?? {})
      expect(code).toBe(codeOf(report))
    })
  })
}

const ofEachHalf = 20
const seed = process.env.PROVE_SEED ?? '1'

/** In the order of their digests: another seed draws others, the same one the same. */
function drawn<T extends { readonly id: string }>(faults: readonly T[]): readonly T[] {
  if (process.env.PROVE_ALL === '1') return faults
  const rank = ({ id }: T) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return faults.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, ofEachHalf)
}

const codeOf = ({ summary }: Report) => (summary.fail > 0 ? 1 : summary.inconclusive > 0 ? 2 : 0)
