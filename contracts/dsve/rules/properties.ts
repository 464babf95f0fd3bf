import type { KnownEiendom } from '../fixtures/known.ts'
import { pantThatGoes } from '../fixtures/known.ts'
import type { Registerenhet } from '../wire/registerenheter.ts'
import type { XmlElement } from '../xml/markup.ts'
import { type Case, eiendommerOf } from './case.ts'
import { childOf, propertiesOf } from './elements.ts'
import { pantRules } from './pant.ts'
import { breach, type Problem, tolerated, within } from './problem.ts'
import { attributesOf, enhetIn, identityOf, identityOfElement, kindOf, mayBeMeant, naming } from './registerenhet.ts'

/** Which properties a reply speaks of: DSVE-034, -120 to -124. */

interface Told {
  readonly element: XmlElement
  readonly enhet: XmlElement
  /** The property that was asked for and is told, or was meant. */
  readonly asked: Registerenhet | undefined
  readonly exact: boolean
}

export function propertyRules(root: XmlElement, asked: Case): readonly Problem[] {
  const requested = asked.request.registerenheterMedHjemmelshavere.map(({ registerenhet }) => registerenhet)
  const told = propertiesOf(root).flatMap((element) => {
    const enhet = enhetIn(element)
    return enhet ? [toldOf(element, enhet, requested)] : []
  })
  const eiendommer = eiendommerOf(asked)
  return [
    ...told.flatMap(identification),
    ...missing(root, told, eiendommer),
    ...told.flatMap(({ element, asked: meant }) => {
      const eiendom = eiendommer.find(({ registerenhet }) => meant && identityOf(registerenhet) === identityOf(meant))
      return eiendom ? [...documents(element, eiendom), ...pantRules(element, eiendom)] : []
    }),
  ]
}

function toldOf(element: XmlElement, enhet: XmlElement, requested: readonly Registerenhet[]): Told {
  const same = requested.find((each) => identityOf(each) === identityOfElement(enhet))
  return { element, enhet, asked: same ?? requested.find((each) => mayBeMeant(each, enhet)), exact: same !== undefined }
}

const written = (attributes: Readonly<Record<string, unknown>>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

function identification({ enhet, asked, exact }: Told): readonly Problem[] {
  if (asked === undefined)
    return [breach('DSVE-120', enhet, 'a property of the request', `${enhet.name} ${written(enhet.attributes)}`)]
  const attributes = attributesOf(asked)
  const expected = `${kindOf(asked)} ${written(Object.fromEntries(Object.entries(attributes).filter(([, value]) => typeof value === 'string')))}`
  if (!exact) return [breach('DSVE-122', enhet, expected, `${enhet.name} ${written(enhet.attributes)}`)]
  const names = naming[kindOf(asked)].filter((name) => attributes[name] !== enhet.attributes[name])
  const aksje = 'aksjeleilighet' in asked ? shares(enhet, asked.aksjeleilighet.aksjeinformasjon) : []
  return [
    ...names.map((name) =>
      tolerated('DSVE-122', `${enhet.path}/@${name}`, `${attributes[name]}`, enhet.attributes[name] ?? 'absent'),
    ),
    ...aksje,
  ]
}

function shares(enhet: XmlElement, expected: object): readonly Problem[] {
  const container = childOf(enhet, 'aksjeinformasjon')
  return (container?.children ?? []).flatMap((child) => {
    const value = (expected as Readonly<Record<string, unknown>>)[child.name]
    return value === undefined || String(value) === child.text.trim()
      ? []
      : [tolerated('DSVE-122', child, String(value), child.text)]
  })
}

function missing(root: XmlElement, told: readonly Told[], eiendommer: readonly KnownEiendom[]): readonly Problem[] {
  const found = new Set(told.flatMap(({ asked }) => (asked ? [identityOf(asked)] : [])))
  const pledged = eiendommer.filter(({ pant }) => pant.length > 0)
  const absent = pledged.filter(({ registerenhet }) => !found.has(identityOf(registerenhet)))
  const place = within(root, 'registerenheterMedDokumentreferanser')
  // Of several, who passes one over has not handled them.
  const rows = pledged.length > 1 ? ['DSVE-121', 'DSVE-034'] : ['DSVE-121']
  return absent.flatMap(({ registerenhet }) =>
    rows.map((row) => breach(row, place, identityOf(registerenhet), 'absent')),
  )
}

/** At least one, where the bank has a registered pant that goes; the schema exempts the aksjeleilighet (DSVE-124). */
function documents(element: XmlElement, eiendom: KnownEiendom): readonly Problem[] {
  const container = childOf(element, 'pantedokumentreferanser')
  const registered = pantThatGoes([eiendom]).some(({ referanse }) => referanse !== null)
  if (kindOf(eiendom.registerenhet) === 'aksjeleilighet' || !registered || container?.children.length) return []
  return [breach('DSVE-123', container ?? element, 'at least one pantedokumentreferanse', 'none')]
}
