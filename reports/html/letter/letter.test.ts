import { describe, expect, it } from 'vitest'
import { damages } from '../../../contracts/dsve/damages/all.ts'
import type { Damage } from '../../../contracts/dsve/damages/damage.ts'
import { problemsOf } from '../../../contracts/dsve/rules/judge.ts'
import { svarIn } from '../../../contracts/dsve/rules/reply.ts'
import { askedOf, replyTo } from '../../../contracts/dsve/testing/damaged.ts'
import { fieldWords } from './field-words.ts'
import { type LetterMark, letterTables, mostLines, type Shown } from './letter.ts'
import { linesOf, type ShownElement } from './lines.ts'
import { pick } from './pick.ts'
import { place } from './place.ts'

/** What is shown of a damaged reply, with everything that is wrong with it. */
function shownOf({ of, reply, does, version }: Pick<Damage, 'of' | 'reply' | 'does' | 'version'>): Shown {
  const asked = askedOf(of, reply, version)
  const came = replyTo(of, reply, asked, does)
  const { payload, transfer } = came
  const files = payload.ok
    ? payload.value.documents.map(({ name, xml }) => (xml.ok ? { name } : { name, refused: xml.refusal }))
    : []
  const marks = problemsOf(came, asked).map(({ requirement, weight, path, expected, actual }, at): LetterMark => {
    const verdict = weight === 'breach' ? 'fail' : 'warn'
    return { requirement, weight, verdict, path, what: 'not so', expected, actual, id: `m${at + 1}`, back: null }
  })
  return {
    around: { ...transfer, files, ...(payload.ok ? {} : { refused: payload.refusal }) },
    message: svarIn(came)?.xml.root ?? null,
    marks,
  }
}

const lawful = shownOf({ of: 'S6', reply: 'restgjeldssvar', does: {} })
const textOf = (shown: Shown, room?: number) => letterTables(shown, room).text
const rowsOf = (text: string) => text.split('<tr').slice(1)

/** The row that a mark stands under. */
function above(text: string, id: string): string {
  const rows = rowsOf(text)
  const at = rows.findIndex((row) => row.includes(` id="${id}"`))
  return rows.slice(0, at).findLast((row) => !row.includes('class="marked')) ?? ''
}

describe('a letter', () => {
  it.each(
    (['restgjeldssvar', 'innfrielsessaldosvar'] as const).flatMap((reply) =>
      (['S5', 'S6', 'S17', 'S18'] as const).map((of) => [reply, of] as const),
    ),
  )('has a name for every field of a %s about %s', (reply, of) => {
    const { message } = shownOf({ of, reply, does: {} })
    if (message === null) throw new Error('there is no message')
    const nameless = linesOf(message).filter(({ kind, said }) => kind !== 'end' && said === null)
    expect(nameless).toEqual([])
  })

  it('without fault has no mark', () => {
    expect(textOf(lawful)).not.toContain('class="marked')
    expect(textOf(lawful)).not.toContain('<mark>')
  })

  it.each(damages.map((damage) => [damage.what, damage] as const))('shows where it is wrong: %s', (_what, damage) => {
    const shown = shownOf(damage)
    const text = textOf(shown)
    for (const { id, path } of shown.marks) {
      const row = above(text, id)
      expect([path, /class="[a-z]+ wrong /.test(row)]).toEqual([path, true])
    }
    expect(text.match(/class="marked/g)?.length ?? 0).toBe(shown.marks.length)
  })
})

describe('marks', () => {
  const root: ShownElement = {
    name: 'restgjeldssvar',
    children: [
      { name: 'avsender', attributes: { id: '1' }, children: [{ name: 'referanse', text: 'x' }] },
      {
        name: 'laanliste',
        children: [
          { name: 'laan', children: [{ name: 'saldo', text: '1' }] },
          { name: 'laan', children: [{ name: 'saldo', text: '2' }] },
        ],
      },
    ],
  }
  const on = (path: string) =>
    place(linesOf(root), [{ path }]).flatMap(({ line, marks }) =>
      marks.length > 0 ? [`${line.kind} ${line.path}`] : [],
    )

  it.each([
    ['/restgjeldssvar/laanliste/laan[2]/saldo', 'field /restgjeldssvar/laanliste/laan[2]/saldo'],
    ['/restgjeldssvar/avsender/@id', 'field /restgjeldssvar/avsender/@id'],
    ['/restgjeldssvar/avsender/kontaktperson', 'missing /restgjeldssvar/avsender/kontaktperson'],
    ['/restgjeldssvar/avsender/@navn', 'missing /restgjeldssvar/avsender/@navn'],
    ['/restgjeldssvar/laanliste/laan[2]/kontonummer', 'missing /restgjeldssvar/laanliste/laan[2]/kontonummer'],
    ['/restgjeldssvar/laanliste/laan[7]/a/b', 'group /restgjeldssvar/laanliste'],
    ['/*/*[2]', 'group /restgjeldssvar'],
    ['/', 'group /restgjeldssvar'],
    ['', 'group /restgjeldssvar'],
  ])('%s leads to %s', (path, where) => expect(on(path)).toEqual([where]))

  it('of something missing stand inside what should hold it', () => {
    const lines = place(linesOf(root), [{ path: '/restgjeldssvar/laanliste/laan[1]/kontonummer' }])
    const at = lines.findIndex(({ line }) => line.kind === 'missing')
    expect(lines[at + 1]?.line).toMatchObject({ kind: 'end', path: '/restgjeldssvar/laanliste/laan[1]/' })
    expect(lines[at]?.line.said).toEqual(fieldWords('kontonummer'))
  })
})

describe('a letter that is large or hostile', () => {
  const loans = (count: number): ShownElement => ({
    name: 'restgjeldssvar',
    children: [
      {
        name: 'laanliste',
        children: Array.from({ length: count }, (_, at) => ({
          name: 'laan',
          children: [
            { name: 'saldo', text: `${at}` },
            { name: 'kontonummer', text: 'x'.repeat(2000) },
          ],
        })),
      },
    ],
  })
  const mark = (path: string): LetterMark => ({
    path,
    requirement: 'DSVE-104',
    weight: 'breach',
    verdict: 'fail',
    what: 'not so',
    expected: 'x'.repeat(5000),
    actual: '<b>',
    id: 'm1',
    back: null,
  })

  it('does not make a large page, and shows its marks all the same', () => {
    const path = '/restgjeldssvar/laanliste/laan[900]/saldo'
    const text = textOf({ ...lawful, message: loans(1000), marks: [mark(path)] })
    expect(text.length).toBeLessThan(400_000)
    expect(rowsOf(text).length).toBeLessThan(mostLines + 40)
    expect(above(text, 'm1')).toContain('899')
    expect(text).toMatch(/… \d+ linjer er utelatt/)
  })

  it('keeps what a mark stands in', () => {
    const all = place(linesOf(loans(50)), [{ path: '/restgjeldssvar/laanliste/laan[40]/saldo' }])
    const kept = pick(all, 12).flatMap((one) => ('left' in one ? [] : [one.line.path]))
    expect(kept).toContain('/restgjeldssvar/laanliste/laan[40]')
    expect(kept).toContain('/restgjeldssvar/laanliste')
    expect(kept).toHaveLength(12)
  })

  it('of ten thousand attributes or nestings stays bounded', () => {
    const attributes = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`a${at}`, '"><script>']))
    let nested: ShownElement = { name: 'saldo', attributes }
    for (let depth = 0; depth < 250; depth += 1) nested = { name: 'laan', children: [nested] }
    const text = textOf({ ...lawful, message: nested, marks: [] })
    expect(text.length).toBeLessThan(400_000)
    expect(text).not.toContain('<script')
  })

  it('is text, whatever it holds', () => {
    const hostile = '</code></table><script>alert(1)</script><img src=x onerror=alert(1)>\u202e"\''
    const message: ShownElement = {
      name: hostile,
      attributes: { [hostile]: hostile },
      children: [{ name: hostile, text: hostile }],
    }
    const around = {
      sender: hostile,
      recipients: [hostile],
      sendersFileTransferReference: hostile,
      fileName: hostile,
      propertyList: { [hostile]: hostile, __proto__: hostile, constructor: hostile },
      files: [
        { name: hostile, refused: { what: hostile, where: hostile } },
        { name: 'a', refused: { what: 'b', where: 'c' } },
        { name: 'a' },
      ],
    }
    const text = textOf({ around, message, marks: [{ ...mark('archive/a'), what: hostile, actual: hostile }] })
    expect(text).not.toMatch(/<(?:script|img)/)
    expect(text.match(/<\/table>/g)).toHaveLength(2)
    expect(text).not.toContain('\u202e')
    expect(text.match(/ id="m1"/g)).toHaveLength(1)
  })
})
