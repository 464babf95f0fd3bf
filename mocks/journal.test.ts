import fs, { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from './journal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samsvar-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What stands in it by now. */
function told(): readonly unknown[] {
  const entries: unknown[] = []
  openJournal(folder, (entry) => entries.push(entry)).close()
  return entries
}

describe('a journal', () => {
  it('goes on behind the last whole line, whatever a killed process left after it', () => {
    const first = openJournal(folder, () => {})
    first.append({ name: 'bokmål' })
    first.close()
    appendFileSync(join(folder, 'ledger.ndjson'), '{"name":"nyn')
    const second = openJournal(folder, () => {})
    second.append(2)
    second.append(3)
    second.close()
    expect(told()).toEqual([{ name: 'bokmål' }, 2, 3])
  })

  it.each(['appended to', 'written anew'])('%s, takes back what a full disk has taken half of', (how) => {
    const journal = openJournal(folder, () => {})
    if (how === 'written anew') journal.rewrite([1])
    else journal.append(1)
    const usual = fs.writeSync
    fs.writeSync = ((handle: number, bytes: Uint8Array) => {
      usual(handle, bytes.subarray(0, 3))
      throw new Error('ENOSPC')
    }) as unknown as typeof usual
    syncBuiltinESMExports()
    try {
      expect(() => journal.append('lost')).toThrow('ENOSPC')
    } finally {
      fs.writeSync = usual
      syncBuiltinESMExports()
    }
    journal.append(2)
    journal.close()
    expect(told()).toEqual([1, 2])
    expect(readFileSync(join(folder, 'ledger.ndjson'), 'utf8')).toBe('1\n2\n')
  })
})
