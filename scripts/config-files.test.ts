import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfigFiles, writeConfigFiles } from './config-files.ts'

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
  fixtures: { P2: { id: '08086001471', kjennelsesdato: null } },
} as const
const keystore = { schema: 'samsvar.keystore/1', controlToken: 'secret', consumerKeys: [] } as const
const modeOf = async (name: string) => (await stat(join(folder, name))).mode & 0o777

describe('the files of a configuration', () => {
  it('come back as they were written, numbers with a leading zero among them', async () => {
    await writeConfigFiles(join(folder, 'c.yaml'), config, keystore)
    expect(await readConfigFiles(join(folder, 'c.yaml'))).toEqual({
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
})
