import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../contracts/report/report.ts'
import { bankProcess, type Running, samsvar, stop } from './testing/processes.ts'

let folder: string
const running: Running[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-cli-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => stop(one, 'SIGKILL')))
  await rm(folder, { recursive: true })
})

const start = (args: readonly string[], options?: Parameters<typeof samsvar>[1]) => {
  const process = samsvar(args, options)
  running.push(process)
  return process
}
const reportIn = (path: string): Report => JSON.parse(readFileSync(join(path, 'report.json'), 'utf8'))
const verdictsOf = (report: Report, verdict: string) =>
  report.results.filter((result) => result.verdict === verdict).map(({ requirement }) => requirement)

const bundle = ['evidence.ndjson', 'evidence.sealed', 'junit.xml', 'report.html', 'report.json']

describe('samsvar run', () => {
  it('judges the reference bank: incomplete, exit 0, a whole bundle and a link to it', async () => {
    const run = start(['run'], { cwd: folder })
    expect(await run.ended, run.text()).toBe(0)
    expect(run.text()).toMatch(/incomplete/)
    expect((await readdir(join(folder, 'out', 'latest'))).sort()).toEqual(bundle)
    const { summary } = reportIn(join(folder, 'out', 'latest'))
    expect(summary).toMatchObject({ verdict: 'incomplete', fail: 0, warn: 0, inconclusive: 0 })
    expect(run.text()).toContain(`${summary.judged} of ${summary.observable}`)
  })

  it('fails a bank with a fault: exit 1, and a second run replaces the report', async () => {
    const out = join(folder, 'report')
    const faulty = start(['run', '--fault', 'assumes-the-usual-mandate-on-details', '--out', out])
    expect(await faulty.ended, faulty.text()).toBe(1)
    expect(verdictsOf(reportIn(out), 'fail')).toEqual(['KI-REQ-005'])
    expect(faulty.text()).toContain('KI-REQ-005')
    const again = start(['run', '--only', 'KI-URL-004', '--out', out])
    expect(await again.ended, again.text()).toBe(0)
    expect(reportIn(out).summary.judged).toBe(1)
  })

  it('asks only what is chosen, twins included', async () => {
    const out = join(folder, 'report')
    const run = start(['run', '--only', 'TD-001', '--out', out])
    expect(await run.ended, run.text()).toBe(0)
    expect(verdictsOf(reportIn(out), 'pass').sort()).toEqual(['KI-AUT-001', 'TD-001'])
  })

  it('is never green when it could look at nothing', async () => {
    const run = start(['run', '--only', 'KI-KON-042', '--out', join(folder, 'report')])
    expect(await run.ended, run.text()).toBe(2)
  })
})

describe('a command that cannot be carried out', () => {
  it.each([
    [['run', '--falt', 'x'], 64, 'did you mean --fault'],
    [['run', '--fault', 'nope'], 64, 'not known'],
    [['run', '--seed', '-1'], 64, 'whole number'],
    [['run', '--profile', 'quik'], 64, 'did you mean quick'],
    [['run', '--profile', 'quick,standard'], 64, '--profile takes one of them'],
    [['rnu'], 64, 'did you mean "run"'],
    [['explain', 'KI-REQ-05'], 64, 'KI-REQ-005'],
    [['run', '--config', 'missing.yaml'], 3, 'missing.yaml'],
    [['run', '--out', '/dev/null/x'], 3, 'cannot be written'],
    [['bank', '--config-out', '/dev/null/c.yaml'], 3, 'cannot be written'],
  ] as const)('%j ends with %d', async (args, code, message) => {
    const run = start(args, { cwd: folder })
    expect(await run.ended, run.text()).toBe(code)
    expect(run.text()).toContain(message)
    expect(run.text()).not.toMatch(/\n\s+at /)
    expect(await readdir(folder)).toEqual([])
  })

  it('says which port is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const bank = start(['bank', '--port', String(port)])
    expect(await bank.ended, bank.text()).toBe(3)
    expect(bank.text()).toContain(`${port}`)
    await new Promise((resolve) => server.close(resolve))
  })

  it('says what is wrong with a configuration, all of it at once', async () => {
    const config = join(folder, 'c.yaml')
    await writeFile(config, 'schema: samsvar.config/1\nbaseURL: https://x/v2\nfixtures: { P1: { id: 08086001471 } }\n')
    const run = start(['run', '--config', config, '--out', join(folder, 'out')])
    expect(await run.ended).toBe(3)
    for (const part of ['did you mean "baseUrl"', '"participant" is missing', 'fixtures.P1'])
      expect(run.text()).toContain(part)
    expect(run.text()).not.toContain('8086001471')
  })

  it('says that the bank is not there', async () => {
    const bank = await bankProcess(folder)
    running.push(bank)
    await stop(bank)
    const run = start(['run', '--config', bank.config, '--out', join(folder, 'out')])
    expect(await run.ended, run.text()).toBe(3)
    expect(run.text()).toMatch(/refuses the connection.*is the bank started/)
  })
})

describe('two processes', () => {
  it('judge a bank by the configuration that it wrote, whose secrets only its owner reads', async () => {
    const bank = await bankProcess(folder, ['--fault', 'answers-empty-without-notice'])
    running.push(bank)
    for (const name of ['c.yaml', 'c.keystore.json']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    const out = join(folder, 'report')
    const run = start(['run', '--config', bank.config, '--out', out])
    expect(await run.ended, run.text()).toBe(0)
    expect(verdictsOf(reportIn(out), 'warn')).toContain('KI-KON-023')
    expect(verdictsOf(reportIn(out), 'fail')).toEqual([])
    expect(await stop(bank)).toBe(130)
  })
})

describe('an interrupted run', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s keeps what was recorded, marked aborted, and ends with 130',
    async (signal) => {
      const hanging = await silentBank(folder)
      const out = join(folder, 'report')
      const run = start(['run', '--config', hanging.config, '--out', out])
      await run.prints(/waits for x/)
      run.child.kill(signal)
      expect(await run.ended, run.text()).toBe(130)
      expect(reportIn(out).run.aborted).toBe(true)
      expect(verdictsOf(reportIn(out), 'pass')).toEqual([])
      await hanging.close()
    },
  )

  it('by SIGKILL leaves nothing that looks whole, and the next run is unaffected', async () => {
    const hanging = await silentBank(folder)
    const out = join(folder, 'report')
    const run = start(['run', '--config', hanging.config, '--out', out])
    await run.prints(/waits for x/)
    expect(await stop(run, 'SIGKILL')).toBeNull()
    expect((await readdir(out)).filter((name) => bundle.includes(name))).toEqual([])
    await hanging.close()
    const next = start(['run', '--only', 'KI-URL-004', '--out', out])
    expect(await next.ended, next.text()).toBe(0)
    expect((await readdir(out)).sort()).toEqual(bundle)
  })
})

/** The reference bank behind a door that takes every connection and answers nothing after preflight. */
async function silentBank(path: string) {
  await mkdir(path, { recursive: true })
  const bank = await bankProcess(path)
  running.push(bank)
  const { silence } = await import('./testing/silence.ts')
  return silence(bank.config)
}
