import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'

describe('a token that comes back in pieces', () => {
  const secret = Array.from(
    { length: 90 },
    (_, at) => 'qW8eR7tY6uI5oP4aS3dF2gH1jK0lZ9xC'[(at * 7 + (at % 5)) % 32],
  ).join('')

  it.each([12, 15, 23])('of %d characters is masked wherever the token is cut', (size) => {
    for (let from = 0; from + size <= secret.length; from++) {
      const gate = createGate({ known: { identifiers: [], secrets: [secret] }, harmless: [] })
      const piece = secret.slice(from, from + size)
      const told = gate.prose(`token: ${piece}.`)
      expect(told).toContain('{secret}')
      expect(told).not.toContain(piece.slice(2, -2))
    }
  })

  it('is masked however short the pieces are, where they stand beside one another', () => {
    const gate = createGate({ known: { identifiers: [], secrets: [secret] }, harmless: [] })
    const pieces = secret.match(/.{1,5}/g)?.join(' / ') ?? ''
    expect(gate.prose(`token: ${pieces}`)).toBe('token: {secret}')
  })
})
