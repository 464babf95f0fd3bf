import { describe, expect, it } from 'vitest'
import { createCounts } from './counts.ts'
import { createGate } from './gate.ts'

describe('counting replacements', () => {
  it('does the same work once, and counts it every time, inside other work too', () => {
    const counts = createCounts()
    let works = 0
    const inner = () => counts.once('inner', () => counts.add('konto', `told ${++works}`))
    const outer = () => counts.once('outer', () => `${inner()} ${inner()}`)
    expect([outer(), outer(), inner()]).toEqual(['told 1 told 1', 'told 1 told 1', 'told 1'])
    expect(counts.all()).toEqual({ konto: 5 })
  })

  it('looks anew at a text once more is known', () => {
    const gate = createGate({ known: { identifiers: [], secrets: [] }, harmless: [] })
    expect(gate.prose('paid to Ola Nordmann')).toBe('paid to Ola Nordmann')
    gate.harvest.add('navn', 'Ola Nordmann')
    expect(gate.prose('paid to Ola Nordmann')).toBe('paid to navn#1')
  })
})
