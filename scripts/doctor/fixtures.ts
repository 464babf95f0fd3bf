import type { DsveProfile } from '../../contracts/dsve/declared.ts'
import { caseIds } from '../../contracts/dsve/fixtures/cases.ts'
import type { FixtureName } from '../../contracts/fixtures.ts'
import { kfrFixtures } from '../../contracts/kfr-rapportering/customers.ts'
import { konkursFixtures } from '../../contracts/konkursvarsel/debtors.ts'
import { debtorNames } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { Area } from '../../contracts/requirement.ts'
import { standsOn } from '../../suites/dsve/stands-on.ts'
import { type Diagnosis, ok, warning } from '../../suites/kit/run/preflight/diagnosis.ts'
import type { ConfigFiles } from '../config/read.ts'

/** How much of the test data is described, area by area. */

export function debtorsOf({ config: { fixtures, konkursvarsel, kfr, dsve } }: ConfigFiles): readonly Diagnosis[] {
  const counted = (what: string, names: readonly FixtureName[], area: Area) => {
    const count = names.filter((name) => fixtures[name] !== undefined).length
    const said = `${count} of ${names.length} are described`
    return count === 0
      ? warning(what, said, `samsvar fixtures --area ${area} tells what the bank makes`)
      : ok(what, said)
  }
  return [
    ...(konkursvarsel === undefined ? [] : [counted('debtors of Konkursvarsel', konkursFixtures, 'konkursvarsel')]),
    ...(kfr === undefined ? [] : [counted('customers who are reported', kfrFixtures, 'kfr-rapportering')]),
    ...(dsve === undefined ? [] : [casesOf(dsve)]),
  ]
}

/** All of them, unless it says that it cannot hold some: then what nobody can judge for want of them. */
function casesOf({ without = [] }: DsveProfile): Diagnosis {
  const what = 'cases of DSVE'
  const said = `${caseIds.length - without.length} of ${caseIds.length} are asked about`
  if (without.length === 0) return ok(what, said)
  const lost = Object.entries(standsOn).flatMap(([row, cases]) =>
    cases.every((name) => without.includes(name)) ? [row] : [],
  )
  const rows = lost.length === 0 ? 'every requirement has another' : `${lost.sort().join(', ')} cannot be judged`
  return ok(what, `${said}, and not ${without.join(', ')} ("dsve.without"): ${rows}`)
}

export function fixturesOf({ config: { fixtures } }: ConfigFiles): Diagnosis {
  const what = 'fixtures'
  const count = [...debtorNames, 'C2' as const].filter((name) => fixtures[name] !== undefined).length
  const said = `${count} of ${debtorNames.length + 1} are described`
  if (fixtures.P1 !== undefined) return ok(what, said)
  return warning(what, `${said}, and not P1`, 'samsvar fixtures tells what the bank makes; most requirements need P1')
}
