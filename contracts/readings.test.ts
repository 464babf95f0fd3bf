import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requirement } from './register.ts'

const here = new URL('./', import.meta.url)
const pages = globSync('*/readings/*.md', { cwd: here }).map((path) => path.replaceAll('\\', '/'))

const idsIn = (file: URL): ReadonlySet<string> =>
  new Set((JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string }[]).map(({ id }) => id))

it.each(['kontrollinformasjon', 'konkursvarsel', 'kfr-rapportering', 'kfr-register', 'dsve'])('%s has pages', (area) =>
  expect(pages.filter((path) => path.startsWith(`${area}/`)).length).toBeGreaterThan(0),
)

describe.each(pages)('%s', (path) => {
  const page = new URL(path, here)
  const text = readFileSync(page, 'utf8')

  it('has its five parts in order', () => {
    expect(text).toMatch(
      /^# .+\n\n\*\*Rows:\*\* .+\n\n\*\*Readings\*\*\n\n- [\s\S]+\n\n\*\*Chosen\*\*\n\n[\s\S]+\n\n\*\*Why\*\*\n\n[\s\S]+\n$/,
    )
  })

  it('links rows that exist', () => {
    const rows = /^\*\*Rows:\*\* (.+)$/m.exec(text)?.[1]?.split(', ') ?? []
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const [, id = '', target = ''] = /^\[([A-Z]+(?:-[A-Z]+)?-\d+)\]\((.+)\)$/.exec(row) ?? []
      const file = new URL(target, page)
      expect(existsSync(file), row).toBe(true)
      expect(idsIn(file).has(id), row).toBe(true)
    }
  })

  it('names requirements that exist', () => {
    const named = text.match(/\bK[IV]-(?:[A-Z]+-)?\d{3}\b/g) ?? []
    expect(named.filter((id) => requirement(id) === undefined)).toEqual([])
  })

  it('names files that exist', () => {
    for (const [, file = ''] of text.matchAll(/`((?:contracts\/|wire\/)?[\w/-]+\.ts)`/g)) {
      const from = file.startsWith('contracts/') ? new URL('../', here) : new URL('../', page)
      expect(existsSync(new URL(file, from)), file).toBe(true)
    }
  })
})
