import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('./readings/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

const idsIn = (file: URL): ReadonlySet<string> =>
  new Set((JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string }[]).map(({ id }) => id))

it('has pages', () => expect(pages.length).toBeGreaterThan(0))

describe.each(pages)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')

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
      const file = new URL(target, folder)
      expect(existsSync(file), row).toBe(true)
      expect(idsIn(file).has(id), row).toBe(true)
    }
  })

  it('names files that exist', () => {
    for (const [, path = ''] of text.matchAll(/`((?:contracts\/|wire\/)?[\w/-]+\.ts)`/g)) {
      const from = path.startsWith('contracts/') ? new URL('../../', import.meta.url) : new URL('./', import.meta.url)
      expect(existsSync(new URL(path, from)), path).toBe(true)
    }
  })
})
