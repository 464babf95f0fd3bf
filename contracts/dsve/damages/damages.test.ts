import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requirement } from '../../register.ts'
import { everything } from '../rules/elements.ts'
import { problemsOf } from '../rules/judge.ts'
import { type Reply, svarIn } from '../rules/reply.ts'
import { askedOf, replyTo } from '../testing/damaged.ts'
import { damages } from './all.ts'

const harmful = damages.filter(({ finds }) => Object.keys(finds).length > 0)

it('are many, each told once', () => {
  expect(harmful.length).toBeGreaterThanOrEqual(60)
  expect(new Set(damages.map(({ what, of, reply }) => `${what} ${of} ${reply}`)).size).toBe(damages.length)
})

it('break every row that a rule can find', () => {
  const folder = new URL('../rules/', import.meta.url)
  const sources = readdirSync(folder).filter((name) => !name.endsWith('.test.ts'))
  const named = sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(DSVE-\d+)'/g)].map(([, id]) => id ?? ''),
  )
  const broken = new Set(damages.flatMap(({ finds }) => Object.keys(finds)))
  // Two freedoms, which are noted and never broken, and what two replies have to be compared for (`parties.test.ts`).
  const others = ['DSVE-137', 'DSVE-172', 'DSVE-111']
  expect(named.length).toBeGreaterThan(70)
  expect([...new Set(named)].filter((id) => !broken.has(id)).sort()).toEqual(others.sort())
})

it('break beside one row what that implies, and nothing else', () => {
  // Two things at once: the broker says yes or no, and the rest is left as it was.
  const twofold = /^a refusal that answers|^a repaid loan answered with nothing|^an unknown owner answered/
  const stray = damages.filter(({ what, finds }) => {
    const rows = Object.keys(finds)
    const explains = (id: string) => rows.every((other) => other === id || requirement(id)?.implies.includes(other))
    return rows.length > 0 && !rows.some(explains) && !twofold.test(what)
  })
  expect(stray.map(({ what, finds }) => `${what}: ${Object.keys(finds)}`)).toEqual([])
})

/** The paths of all elements, and of what they stand in. */
function placesIn(reply: Reply): readonly string[] {
  const root = svarIn(reply)?.xml.root
  return ['', ...(root ? everything(root).map(({ path }) => path) : [])]
}

describe('a reply with', () => {
  it.each(damages)('$what ($of, $reply) is found: $finds', ({ of, reply, does, finds, path, version }) => {
    const asked = askedOf(of, reply, version)
    const damaged = replyTo(of, reply, asked, does)
    const problems = problemsOf(damaged, asked).filter(({ weight }) => weight !== 'note')
    const worst = Object.groupBy(problems, ({ requirement: id }) => id)
    const found = Object.entries(worst).map(([id, all = []]) => {
      const weights = all.map(({ weight }) => weight)
      return [id, weights.includes('breach') ? 'breach' : 'tolerated']
    })
    expect(Object.fromEntries(found), JSON.stringify(problems, null, 1)).toEqual(finds)
    if (problems.length > 0) expect(problems.map((problem) => problem.path)).toContain(path)
    const places = placesIn(damaged)
    const stray = problems.filter(
      ({ requirement: id, path: where, expected, actual }) =>
        requirement(id)?.area !== 'dsve' ||
        expected === actual ||
        where === '' ||
        (where.startsWith('/') && !places.includes(where.replace(/\/(@?[^/]+)$/, ''))),
    )
    expect(stray).toEqual([])
  })
})
