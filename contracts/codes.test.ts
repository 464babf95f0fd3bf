import { describe, expect, it } from 'vitest'
import { countryCodes, currencyCodes, lateCurrencyCodes, userAssignedCountryCodes } from './codes.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const pairs = letters.flatMap((one) => letters.map((other) => one + other))
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Of those that Node has a name for: unions, deleted states, reserved and private codes. */
const noCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB XK YD YU ZR ZZ'.split(' '),
)

describe('country codes', () => {
  it('are the 249 that are assigned', () => expect(countryCodes.size).toBe(249))

  it('are those that Node names, without what is no country of ISO 3166-1', () => {
    const named = pairs.filter((code) => regions.of(code) !== undefined && !noCountries.has(code))
    expect([...countryCodes]).toEqual(named)
  })

  it.each(['NO', 'SE', 'GB', 'SJ', 'BV', 'TL', 'SS'])('hold %s', (code) => expect(countryCodes.has(code)).toBe(true))
  it.each(['UK', 'EU', 'XX', 'ZZ', 'AN', 'no', 'NOR', '', 'XK'])('do not hold %j', (code) => {
    expect(countryCodes.has(code)).toBe(false)
  })

  it('have Kosovo apart', () => expect([...userAssignedCountryCodes]).toEqual(['XK']))
})

describe('currency codes', () => {
  it('are three capital letters, each once', () => {
    expect([...currencyCodes].filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect([...currencyCodes].filter((code) => lateCurrencyCodes.has(code))).toEqual([])
  })

  it('hold every one that Node knows to be in use', () => {
    const known = Intl.supportedValuesOf('currency')
    expect(known.filter((code) => !currencyCodes.has(code) && !lateCurrencyCodes.has(code))).toEqual([])
  })

  it('hold beside those only funds, metals and codes with a meaning of their own', () => {
    const known = new Set(Intl.supportedValuesOf('currency'))
    const beside = [...currencyCodes].filter((code) => !known.has(code))
    expect(beside).toEqual(
      'BOV CHE CHW CLF COU MXV USN UYI UYW VED XAD XAG XAU XBA XBB XBC XBD XPD XPT XTS XXX'.split(' '),
    )
  })

  it.each(['NOK', 'EUR', 'SEK', 'XCG', 'ZWG'])('hold %s', (code) => expect(currencyCodes.has(code)).toBe(true))
  it.each(['nok', 'KR', 'NOKK', 'NOR', 'DEM', 'EURO', '578', ''])('do not hold %j', (code) => {
    expect(currencyCodes.has(code) || lateCurrencyCodes.has(code)).toBe(false)
  })
})
