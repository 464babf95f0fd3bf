import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../contracts/report/report.ts'
import { knownFaults } from '../../suites/targets/faults.ts'
import { builtIn, claimOf, effectOf } from '../../suites/testing/matrix.ts'
import { type Gateway, startGateway } from '../testing/gateway.ts'
import { bankProcess, type Running, samsvar, stop } from '../testing/processes.ts'

/** Every fault in a bank of its own process, judged by the configuration that it wrote; directly, and behind a gateway. */

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
  const publicUrl = gateway === undefined ? [] : ['--public-url', `${gateway.url}/dsop/kontroll/v2`]
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

describe.each([
  ['directly', false],
  ['behind a gateway', true],
])('a bank in another process, asked %s', (_how, behindGateway) => {
  it('that is conformant passes', async () => {
    const { report, code } = await judge([], behindGateway)
    expect([code, report.summary]).toEqual([0, conformant.summary])
  })

  it.each(knownFaults.map((fault) => [fault.id, fault] as const))('with %s is judged exactly', async (id, fault) => {
    const { report, code } = await judge([id], behindGateway)
    expect(effectOf({ report }, { report: conformant })).toEqual(claimOf(fault, builtIn({ report: conformant })))
    expect(code).toBe(codeOf(report))
  })
})

const codeOf = ({ summary }: Report) => (summary.fail > 0 ? 1 : summary.inconclusive > 0 ? 2 : 0)
