import { describe, expect, it } from 'vitest'
import { isTestNumber } from './test-parties.ts'

describe('a number that may travel in clear', () => {
  // Published for tests; an organisation of the test registers; months with 80 and with 40 added.
  it.each(['910336819', '20020101351', '310000003', '01895612045'])('%s is nobody’s', (id) =>
    expect(isTestNumber(id)).toBe(true),
  )

  it.each(['974760673', '', '01015612345', 'P1'])('%j could be somebody’s', (id) =>
    expect(isTestNumber(id)).toBe(false),
  )
})
