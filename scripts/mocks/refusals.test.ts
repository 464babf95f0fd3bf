import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePartyKeys, partyFaults } from '../../suites/targets/mocks.ts'
import { dispatch } from '../cli/dispatch.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-mocks-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('samsvar mocks that cannot be started', () => {
  /** In this process: nothing is started that would have to be stopped. */
  async function fails(...args: readonly string[]) {
    let text = ''
    const tell = (line: string) => {
      text += line
    }
    const code = await dispatch(['mocks', ...args], {
      out: tell,
      err: tell,
      isTerminal: false,
      interrupt: new AbortController().signal,
    })
    return { code, text }
  }
  const at = (name: string) => join(folder, name)

  it('names the party, the port and the remedy', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    const first = await fails('--port', port, '--control-port', '0')
    expect([first.code, first.text]).toEqual([
      3,
      expect.stringMatching(/^samsvar: Maskinporten cannot listen .*taken.*See --port/),
    ])
    expect(first.text).toContain(`127.0.0.1:${port}`)
    const second = await fails('--port', '0', '--control-port', port)
    expect([second.code, second.text]).toEqual([
      3,
      expect.stringMatching(/control server: .*taken.*see --control-port/),
    ])
    taken.close()
  })

  it.each([
    [['--fault', 'certpub-outtage'], 64, 'did you mean certpub-outage'],
    [['--fault', 'certpub-outage', '--party', 'catalogue'], 64, 'makes certpub wrong, which --party leaves out'],
    [['--party', 'certpubs'], 64, 'did you mean certpub'],
    [['--base-url', 'http://x'], 64, '--base-url takes an https URL'],
    [['--base-url', 'https://x', '--config', 'c.yaml'], 64, 'leave one out'],
    [['--port', '65535'], 64, 'give a lower one'],
    [['--host', '0.0.0.0'], 64, 'add --keystore FILE or --token-out FILE'],
    [['--config', 'missing.yaml'], 3, 'missing.yaml'],
    [['--keystore', '/dev/null/k.json'], 3, '/dev/null/k.json'],
    [['--port', '0', '--trust-out', '/dev/null/x'], 3, 'cannot be written'],
    [['--port', '0', '--host', '192.0.2.1', '--token-out', '/dev/null/x'], 3, 'cannot be written'],
    [['extra'], 64, 'one word too many'],
  ] as const)('%j ends with %d', async (args, expected, message) => {
    const { code, text } = await fails(...args)
    expect([code, text]).toEqual([expected, expect.stringContaining(message)])
    expect(text).not.toMatch(/\n\s+at /)
  })

  it('does not write its certificate over another file', async () => {
    await writeFile(at('root.pem'), 'mine')
    const { code, text } = await fails('--port', '0', '--trust-out', at('root.pem'))
    expect([code, text]).toEqual([3, expect.stringContaining('holds something else than a certificate')])
    expect(await readFile(at('root.pem'), 'utf8')).toBe('mine')
  })

  it('says what is wrong with a keystore, and nothing of what it holds', async () => {
    const parties = await makePartyKeys()
    const root = { ...parties.root, privateKey: parties.consumer.privateKey }
    const keystore = { schema: 'samsvar.keystore/1', controlToken: 'secret-of-control', consumerKeys: [] }
    const tell = async (changed: object) => {
      await writeFile(at('k.json'), JSON.stringify({ ...keystore, ...changed }), { mode: 0o600 })
      const { code, text } = await fails('--port', '0', '--keystore', at('k.json'))
      expect(code).toBe(3)
      expect(text).not.toMatch(/[A-Za-z0-9+/]{60}|secret-of-control/)
      return text
    }
    expect(await tell({ parties: { ...parties, root } })).toMatch(/of root do not belong together; .*keystore/)
    expect(await tell({ parties: { ...parties, root: {} } })).toMatch(/parties\.root/)
    await chmod(at('k.json'), 0o644)
    expect((await fails('--keystore', at('k.json'))).text).toMatch(/open to others.*chmod 600/)
  })

  it('lists the faults of the parties, and starts nothing', async () => {
    const { code, text } = await fails('--faults')
    expect(code).toBe(0)
    for (const { id } of partyFaults) expect(text).toContain(`${id} `)
  })
})
