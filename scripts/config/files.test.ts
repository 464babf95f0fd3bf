import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAuthority } from '../../mocks/pki/authority.ts'
import { readConfigFiles } from './read.ts'
import { writeConfigFiles } from './write.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-config-'))
})
afterEach(() => rm(folder, { recursive: true }))

const config = {
  schema: 'samsvar.config/1',
  participant: { name: 'Testbanken', organisationNumber: '314703103' },
  baseUrl: 'https://localhost/v2',
  parties: { control: 'http://127.0.0.1:1' },
  fixtures: { P4: { id: '08086001471', kjennelsesdato: null } },
} as const
const keystore = { schema: 'samsvar.keystore/1', controlToken: 'secret', consumerKeys: [] } as const
const modeOf = async (name: string) => (await stat(join(folder, name))).mode & 0o777

describe('the files of a configuration', () => {
  it('come back as they were written, numbers with a leading zero among them', async () => {
    await writeConfigFiles(join(folder, 'c.yaml'), config, keystore)
    expect(await readConfigFiles(join(folder, 'c.yaml'))).toMatchObject({
      config: { ...config, keystore: 'c.keystore.json' },
      keystore,
    })
  })

  it('are readable by their owner alone, whatever stood there before', async () => {
    for (const name of ['c.yaml', 'c.keystore.json']) {
      await writeFile(join(folder, name), 'old')
      await chmod(join(folder, name), 0o644)
    }
    await writeConfigFiles(join(folder, 'c.yaml'), config, keystore)
    expect([await modeOf('c.yaml'), await modeOf('c.keystore.json')]).toEqual([0o600, 0o600])
  })

  it('do not follow a link to somebody else’s file', async () => {
    await writeFile(join(folder, 'elsewhere'), 'untouched')
    await symlink(join(folder, 'elsewhere'), join(folder, 'c.keystore.json'))
    await writeConfigFiles(join(folder, 'c.yaml'), config, keystore)
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('untouched')
  })

  it('are refused when others can read the secrets, and all that is wrong is told at once', async () => {
    await writeConfigFiles(
      join(folder, 'c.yaml'),
      {
        ...config,
        trust: ['missing.pem'],
        clientCertificate: { certificate: 'missing.pem', key: { environment: 'NOT_SET_ANYWHERE' } },
      },
      keystore,
    )
    await chmod(join(folder, 'c.keystore.json'), 0o640)
    const said = await readConfigFiles(join(folder, 'c.yaml')).catch((error: Error) => error.message)
    expect(said).toContain('keystore: is open to others (mode 0640); chmod 600 ')
    expect(said).toContain('trust.0: names a file that does not exist')
    expect(said).toContain('clientCertificate.certificate: names a file that does not exist')
    expect(said).toContain('NOT_SET_ANYWHERE')
    expect(said).not.toContain('secret')
  })

  it('read keys from files and from the environment, and see whether they fit', async () => {
    const { certificate, key } = await clientCertificate()
    await writeFile(join(folder, 'c.pem'), certificate)
    await writeFile(join(folder, 'k.pem'), key, { mode: 0o600 })
    const named = { certificate: 'c.pem', key: { file: 'k.pem' } } as const
    await writeConfigFiles(join(folder, 'c.yaml'), { ...config, trust: ['c.pem'], clientCertificate: named }, keystore)
    const { secrets } = await readConfigFiles(join(folder, 'c.yaml'))
    expect(secrets.trust[0]?.trim()).toBe(certificate.trim())
    expect(secrets.clientCertificate?.key).toContain('-----BEGIN PRIVATE KEY-----')
    const { key: another } = await clientCertificate()
    await writeFile(join(folder, 'k.pem'), another)
    await expect(readConfigFiles(join(folder, 'c.yaml'))).rejects.toThrow('does not belong to the certificate')
    await writeFile(join(folder, 'c.pem'), `${certificate}\n${key}`)
    await expect(readConfigFiles(join(folder, 'c.yaml'))).rejects.toThrow('trust.0: holds a private key')
  })
})

async function clientCertificate() {
  const authority = await createAuthority()
  const { certificatePem: certificate, keyPem: key } = await authority.server(['client.example'])
  return { certificate, key }
}
