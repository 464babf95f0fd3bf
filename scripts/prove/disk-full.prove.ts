import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { samsvar } from '../testing/processes.ts'

/** Needs the right to mount a small file system; says so where there is none. */
const mount = (path: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', path], { stdio: 'pipe' })

describe('a full disk', () => {
  it('ends the run with 70 and leaves nothing', async ({ skip }) => {
    const out = await mkdtemp(join(tmpdir(), 'samsvar-full-'))
    try {
      mount(out)
    } catch (error) {
      skip(`no small file system can be mounted here: ${(error as Error).message}`)
    }
    const run = samsvar(['run', '--out', out])
    expect(await run.ended, run.text()).toBe(70)
    expect(run.text()).toContain('the disk is full')
    expect(await readdir(out)).toEqual([])
    execFileSync('umount', [out])
    await rm(out, { recursive: true })
  })
})
