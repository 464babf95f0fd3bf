import { assemble } from './assemble.ts'
import * as dsveRelations from './dsve/requirements/relations.ts'
import dsve from './dsve/requirements/rows.json' with { type: 'json' }
import dsveEn from './dsve/requirements/titles.en.json' with { type: 'json' }
import dsveNb from './dsve/requirements/titles.nb.json' with { type: 'json' }
import { unobservable as dsveUnobservable } from './dsve/requirements/unobservable.ts'
import gjeldsregister from './gjeldsregister/requirements/rows.json' with { type: 'json' }
import * as reportingRelations from './kfr-rapportering/requirements/relations.ts'
import kfrRapportering from './kfr-rapportering/requirements/rows.json' with { type: 'json' }
import reportingEn from './kfr-rapportering/requirements/titles.en.json' with { type: 'json' }
import reportingNb from './kfr-rapportering/requirements/titles.nb.json' with { type: 'json' }
import { unobservable as reportingUnobservable } from './kfr-rapportering/requirements/unobservable.ts'
import * as registerRelations from './kfr-register/requirements/relations.ts'
import kfrRegister from './kfr-register/requirements/rows.json' with { type: 'json' }
import registerEn from './kfr-register/requirements/titles.en.json' with { type: 'json' }
import registerNb from './kfr-register/requirements/titles.nb.json' with { type: 'json' }
import { unobservable as registerUnobservable } from './kfr-register/requirements/unobservable.ts'
import * as noticeRelations from './konkursvarsel/requirements/relations.ts'
import konkursvarsel from './konkursvarsel/requirements/rows.json' with { type: 'json' }
import noticeEn from './konkursvarsel/requirements/titles.en.json' with { type: 'json' }
import noticeNb from './konkursvarsel/requirements/titles.nb.json' with { type: 'json' }
import { unobservable as noticeUnobservable } from './konkursvarsel/requirements/unobservable.ts'
import * as relations from './kontrollinformasjon/requirements/relations.ts'
import kontrollinformasjon from './kontrollinformasjon/requirements/rows.json' with { type: 'json' }
import en from './kontrollinformasjon/requirements/titles.en.json' with { type: 'json' }
import nb from './kontrollinformasjon/requirements/titles.nb.json' with { type: 'json' }
import { unobservable } from './kontrollinformasjon/requirements/unobservable.ts'
import { nearest } from './nearest.ts'
import type { Requirement } from './requirement.ts'
import * as ytelseRelations from './ytelse/requirements/relations.ts'
import ytelse from './ytelse/requirements/rows.json' with { type: 'json' }
import ytelseEn from './ytelse/requirements/titles.en.json' with { type: 'json' }
import ytelseNb from './ytelse/requirements/titles.nb.json' with { type: 'json' }
import { unobservable as ytelseUnobservable } from './ytelse/requirements/unobservable.ts'

/** Every requirement that the product knows. Loading it stops the program when the files contradict each other. */

/** Names the snapshot of the catalogues that the rows were made from; a report carries it. */
export const requirementSet = '2026-11'

/** In the order of the catalogues. */
export const register: readonly Requirement[] = assemble([
  { area: 'kontrollinformasjon', rows: kontrollinformasjon, titles: { en, nb }, relations, unobservable },
  {
    area: 'konkursvarsel',
    rows: konkursvarsel,
    titles: { en: noticeEn, nb: noticeNb },
    relations: noticeRelations,
    unobservable: noticeUnobservable,
  },
  {
    area: 'kfr-rapportering',
    rows: kfrRapportering,
    titles: { en: reportingEn, nb: reportingNb },
    relations: reportingRelations,
    unobservable: reportingUnobservable,
  },
  {
    area: 'kfr-register',
    rows: kfrRegister,
    titles: { en: registerEn, nb: registerNb },
    relations: registerRelations,
    unobservable: registerUnobservable,
  },
  {
    area: 'dsve',
    rows: dsve,
    titles: { en: dsveEn, nb: dsveNb },
    relations: dsveRelations,
    unobservable: dsveUnobservable,
  },
  { area: 'gjeldsregister', rows: gjeldsregister },
  {
    area: 'ytelse',
    rows: ytelse,
    titles: { en: ytelseEn, nb: ytelseNb },
    relations: ytelseRelations,
    unobservable: ytelseUnobservable,
  },
])

const byId: ReadonlyMap<string, Requirement> = new Map(register.map((row) => [row.id, row]))

/** The requirement of exactly this id. */
export function requirement(id: string): Requirement | undefined {
  return byId.get(id)
}

/** At most three known ids for a mistyped one, nearest first: `ki-acc-1` is `KI-ACC-001`. */
export function nearestIds(id: string): readonly string[] {
  const spelled = id
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_]+/g, '-')
  const padded = [2, 3].map((length) =>
    spelled.replace(/-?(\d+)$/, (_, digits: string) => `-${digits.padStart(length, '0')}`),
  )
  const meant = [spelled, ...padded].find((spelling) => byId.has(spelling))
  return meant ? [meant] : nearest(spelled, byId.keys())
}
