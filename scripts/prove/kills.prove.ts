import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { samsvar } from '../testing/processes.ts'

/** Killed at fifty moments between start and end: either nothing looks like a report, or everything is there. */
const moments = Array.from({ length: 50 }, (_one, index) => index / 50)

describe('a run that is killed', () => {
  it('leaves no half of a report, and the next run is unaffected', async () => {
    const out = await mkdtemp(join(tmpdir(), 'samsvar-kill-'))
    const begun = performance.now()
    await samsvar(['run', '--out', out]).ended
    const whole = performance.now() - begun
    const bundle = (await readdir(out)).sort()
    expect(bundle).toContain('report.json')
    for (const moment of moments) {
      await rm(out, { recursive: true, force: true })
      const run = samsvar(['run', '--out', out])
      const timer = setTimeout(() => run.child.kill('SIGKILL'), whole * moment)
      await run.ended
      clearTimeout(timer)
      const left: readonly string[] = await readdir(out).catch(() => [])
      if (left.includes('report.json')) expect(left).toEqual(expect.arrayContaining(bundle))
    }
    const next = samsvar(['run', '--out', out])
    expect(await next.ended, next.text()).toBe(0)
    expect((await readdir(out)).sort()).toEqual(bundle)
    await rm(out, { recursive: true, force: true })
  }, 900_000)
})
