import { describe, expect, it } from 'vitest'
import { register } from '../../../contracts/register.ts'
import { agreed } from './agreement.ts'

const rows = { requirements: register, isSelected: () => true }
const certainties = (...args: Parameters<typeof agreed>) =>
  Object.fromEntries(agreed(...args).requirements.map(({ id, certainty }) => [id, certainty]))

describe('an agreement', () => {
  it('makes rows of ours documented for who has signed it', () => {
    const found = certainties(rows, { ytelse: { reference: 'Avtale 2026/17, punkt 4' } })
    expect([found['YT-001'], found['YT-005']]).toEqual(['documented', 'documented'])
  })

  it('may speak of some of them only', () => {
    const found = certainties(rows, { ytelse: { reference: 'punkt 4', requirements: ['YT-001'] } })
    expect([found['YT-001'], found['YT-005']]).toEqual(['documented', 'reconstructed'])
  })

  it('changes nothing elsewhere, and nothing where there is none', () => {
    const certaintyOf = ({ id, certainty }: (typeof register)[number]) => [id, certainty]
    const before = Object.fromEntries(register.map(certaintyOf))
    expect(certainties(rows, {})).toEqual(before)
    const { 'YT-001': _, ...others } = certainties(rows, { ytelse: { reference: 'x', requirements: ['YT-001'] } })
    expect(before).toMatchObject(others)
  })
})
