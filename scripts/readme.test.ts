import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { partyFaults } from '../suites/targets/mocks.ts'
import { commands } from './cli/dispatch.ts'
import { type Running, samsvar, stop } from './testing/processes.ts'

/** What the README says is tried as it stands there. */

const readme = await readFile(join(import.meta.dirname, '..', 'README.md'), 'utf8')
const chapter = (title: string) => readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

let folder: string
const running: Running[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-readme-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => stop(one, 'SIGKILL')))
  await rm(folder, { recursive: true })
})

describe('the chapter on mocks', () => {
  const text = chapter('Mocks for who builds a bank')
  const blocks = [...text.matchAll(/```sh\n([^`]+)```/g)].map(([, block = '']) => block)
  const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => line.startsWith('curl '))
  const ports = {
    8609: /Control +\S+:(\d+)/,
    8610: /Maskinporten +\S+:(\d+)/,
    8611: /CertPub +\S+:(\d+)/,
    8615: /Konkursvarsel +\S+:(\d+)/,
    8612: /Endpoint catalogue +\S+:(\d+)/,
  }

  it('has lines for curl that work as pasted, on whichever ports are free', async () => {
    const mocks = samsvar(['mocks', '--keystore', 'mocks.keystore.json', '--port', '0'], { cwd: folder })
    running.push(mocks)
    await mocks.prints(/ready/)
    const here = (line: string) =>
      Object.entries(ports).reduce(
        (some, [port, pattern]) => some.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${pattern.exec(mocks.text())?.[1]}`),
        line,
      )
    expect(lines.length).toBeGreaterThan(9)
    for (const line of lines) {
      const { stdout } = await promisify(execFile)('sh', ['-c', `${here(line)} --fail`], { cwd: folder })
      expect(stdout, line).toMatch(/[{<[]/)
    }
  })
})

describe('the chapter on the megler', () => {
  const text = chapter('A megler for who answers restgjeld')
  const [, asking = '', byHand = ''] = [...text.matchAll(/```sh\n([^`]+)```/g)].map(([, block = '']) => block)
  const ports = { 8609: /Control +\S+:(\d+)/, 8616: /Altinn Broker +https:\/\/[^:]+:(\d+)/ }

  it('has lines that work as pasted, and the terminal shows fetch, confirmation and answer', async () => {
    const args = ['--keystore', 'mocks.keystore.json', '--party', 'megler,altinn-broker,akeldo', '--port', '0']
    const mocks = samsvar(['mocks', ...args], { cwd: folder })
    running.push(mocks)
    await mocks.prints(/ready/)
    const here = (block: string) =>
      Object.entries(ports).reduce(
        (some, [port, pattern]) => some.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${pattern.exec(mocks.text())?.[1]}`),
        block,
      )
    const paste = async (block: string) =>
      (await promisify(execFile)('sh', ['-ec', here(block)], { cwd: folder })).stdout
    expect(await paste(asking)).toMatch(/"referanse":"Oppdrag .*"what":"sent"/s)
    await mocks.prints(/published to/)
    expect(await paste(byHand)).toMatch(/^\{"fileTransferId":"[-0-9a-f]{36}"\}$/)
    await mocks.prints(/314703103 downloads Restgjeldsforespoersel: \d+ bytes/)
    await mocks.prints(/S1 is confirmed by the bank/)
    await mocks.prints(/S1 is answered after .* Restgjeldssvar SvarerMedEpost \(by sendersFileTransferReference\)/)
    expect(mocks.text()).not.toContain('eyJ')
  })

  it('names faults that there are', async () => {
    const [, faults = ''] = /--fault (\S+)/.exec(text) ?? []
    expect(partyFaults.map(({ id }) => id)).toEqual(expect.arrayContaining(faults.split(',')))
  })
})

describe('the chapter on the register', () => {
  const text = chapter('Kundeforholdsregisteret for who reports to it')
  const [, byHand = '', looking = '', steering = '', wrong = ''] = [...text.matchAll(/```sh\n([^`]+)```/g)].map(
    ([, block = '']) => block,
  )
  const ports = { 8609: /Control +\S+:(\d+)/, 8619: /KFR 1.1.2 +https:\/\/[^:]+:(\d+)/ }

  it('has lines that work as pasted', async () => {
    const args = ['--keystore', 'mocks.keystore.json', '--party', 'kfr', '--port', '0', '--kfr-folder', 'kfr']
    const mocks = samsvar(['mocks', ...args], { cwd: folder })
    running.push(mocks)
    await mocks.prints(/ready/)
    const paste = async (block: string) => {
      const here = Object.entries(ports).reduce(
        (some, [port, pattern]) => some.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${pattern.exec(mocks.text())?.[1]}`),
        block,
      )
      return (await promisify(execFile)('sh', ['-ec', here], { cwd: folder })).stdout
    }
    const [added, batch, own, relations] = (await paste(byHand)).split('\n')
    expect([added, batch]).toEqual(['201', '201'])
    expect(own).toMatch(/^\{"banks":\[\{"organizationID":"314703103".*\}200$/)
    expect(relations).toMatch(/"organizationID":"314703103".*\}200$/)
    const { status, banks } = JSON.parse(await paste(looking))
    const numbers = banks.map((bank: { readonly organizationID: string }) => bank.organizationID)
    expect([status, numbers.toSorted()]).toEqual([200, ['310000140', '314703103']])
    await mocks.prints(/maskinporten +POST +200 .*granted: bits:kundeforhold to 974760673 for 120 s/)
    await mocks.prints(/kfr +GET +200 .*onlyPrimaryOwner=TRUE +– 2 institutions/)
    expect(await paste(steering)).toMatch(/"operation":"ingested"/)
    expect(mocks.text()).not.toMatch(/eyJ|01865210090|41845510057/)
  })

  it('names faults that there are', async () => {
    const [, faults = ''] = /--fault (\S+)/.exec(wrong) ?? []
    expect(partyFaults.map(({ id }) => id)).toEqual(expect.arrayContaining(faults.split(',')))
  })
})

describe('the table of commands', () => {
  it('has every command and no other', () => {
    const told = [...chapter('Commands').matchAll(/^\| `samsvar (\w+)/gm)].map(([, name]) => name)
    expect(told.toSorted()).toEqual(Object.keys(commands).toSorted())
  })
})
