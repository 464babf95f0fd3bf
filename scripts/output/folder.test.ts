import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolder } from './folder.ts'

let base: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'samsvar-folder-'))
})
afterEach(() => rm(base, { recursive: true }))

const files = new Map([
  ['junit.xml', '<a/>'],
  ['report.json', '{}'],
])

describe('the output folder', () => {
  it('is made, filled, and holds nothing else', async () => {
    const folder = await openFolder(join(base, 'a', 'b'), 'r1')
    await folder.clear()
    await folder.write(files)
    await folder.discard()
    expect((await readdir(folder.path)).sort()).toEqual(['junit.xml', 'report.json'])
  })

  it('that was made for a run that came to nothing is taken away', async () => {
    const folder = await openFolder(join(base, 'a'), 'r1')
    await folder.discard()
    expect(await readdir(base)).toEqual([])
  })

  it('keeps what is not ours, and loses what an earlier or a killed run left', async () => {
    await mkdir(join(base, '.partial-killed'))
    for (const name of ['report.json', 'report.html', 'notes.txt']) await writeFile(join(base, name), 'old')
    const folder = await openFolder(base, 'r2')
    await folder.clear()
    await folder.discard()
    expect(await readdir(base)).toEqual(['notes.txt'])
  })

  it('keeps the earlier report until the run really begins', async () => {
    await writeFile(join(base, 'report.json'), 'old')
    const folder = await openFolder(base, 'r2')
    await folder.discard()
    expect(await readFile(join(base, 'report.json'), 'utf8')).toBe('old')
  })

  it('shows nothing that looks like a report before it is whole', async () => {
    const folder = await openFolder(base, 'r1')
    const unwritable = new Map([...files, ['no/such/folder/report.html', '']])
    await expect(folder.write(unwritable)).rejects.toMatchObject({ exitCode: 70 })
    expect(await readdir(base)).toEqual(['.partial-r1'])
    await folder.discard()
    expect(await readdir(base)).toEqual([])
  })

  it.each([
    ['below a file', (path: string) => join(path, 'file', 'x'), 'a part of the path is a file'],
    ['where a file is', (path: string) => join(path, 'file'), 'there is a file of that name'],
    ['where nobody may write', () => '/proc/samsvar', 'cannot be written'],
  ])('%s is a setup error that says why', async (_where, pathIn, message) => {
    await writeFile(join(base, 'file'), '')
    await expect(openFolder(pathIn(base), 'r1')).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(message),
    })
  })
})
