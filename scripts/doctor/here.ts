import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import type { Keystore } from '../../contracts/config/config.ts'
import type { DsveProfile } from '../../contracts/dsve/declared.ts'
import { caseIds } from '../../contracts/dsve/fixtures/cases.ts'
import type { FixtureName } from '../../contracts/fixtures.ts'
import { kfrFixtures } from '../../contracts/kfr-rapportering/customers.ts'
import { konkursFixtures } from '../../contracts/konkursvarsel/debtors.ts'
import { debtorNames } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { Area } from '../../contracts/requirement.ts'
import { standsOn } from '../../suites/dsve/stands-on.ts'
import { datesOf } from '../../suites/kit/run/preflight/certificates.ts'
import { type Diagnosis, ok, problem, unknown, warning } from '../../suites/kit/run/preflight/diagnosis.ts'
import { type PartyPlan, partyPlan } from '../../suites/targets/own-parties.ts'
import type { ConfigFiles } from '../config/read.ts'

/** What can be told on this machine, before anybody is called. */

export async function lookHere(files: ConfigFiles, out: string): Promise<readonly Diagnosis[]> {
  const plan = partyPlan(files.config)
  return [
    ...ownCertificates(files),
    keysOf(files.keystore, plan),
    ...(files.config.kfrRegister === undefined ? [fixturesOf(files)] : []),
    ...debtorsOf(files),
    ...(await Promise.all(listeningIn(plan).map((party) => portOf(party, plan as PartyPlan)))),
    await diskOf(resolve(out)),
  ]
}

function ownCertificates({ config, keystore: { parties }, secrets }: ConfigFiles): readonly Diagnosis[] {
  const anew =
    'take "parties" out of the keystore, let samsvar init make new ones, and give the bank the new trust anchor'
  const renewed =
    'take "bank" out of "parties" in the keystore, let samsvar mocks make a new one, and give it to the bank'
  const own =
    parties === undefined
      ? []
      : [
          { name: 'our trust anchor', certificate: parties.root.certificate, remedy: anew },
          { name: 'the certificate of Brønnøysundregistrene', certificate: parties.consumer.certificate, remedy: anew },
          { name: 'the certificate of the second agency', certificate: parties.secondAgency.certificate, remedy: anew },
          ...(parties.bank === undefined || (config.konkursvarsel ?? config.dsve) === undefined
            ? []
            : [
                { name: 'the client certificate that we made', certificate: parties.bank.certificate, remedy: renewed },
              ]),
        ]
  const trusted = secrets.trust.map((certificate, index) => {
    return { name: `certificate ${index + 1} in "trust"`, certificate, remedy: 'ask the bank for the new one' }
  })
  return [...own, ...trusted].map((named) => datesOf(named, Date.now()))
}

function keysOf({ parties, consumerKeys }: Keystore, plan: PartyPlan | null): Diagnosis {
  const what = 'keys in the keystore'
  const isOurs = plan !== null && plan.ours.length > 0
  if (isOurs && parties === undefined)
    return warning(
      what,
      'the parties get new keys in every run, which the bank does not know',
      'let samsvar init or samsvar mocks --keystore add them',
    )
  const hasKeys = parties !== undefined || consumerKeys.length > 0
  return hasKeys ? ok(what, 'there') : warning(what, 'no key opens what the bank seals', 'add it to "consumerKeys"')
}

function debtorsOf({ config: { fixtures, konkursvarsel, kfr, dsve } }: ConfigFiles): readonly Diagnosis[] {
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

function fixturesOf({ config: { fixtures } }: ConfigFiles): Diagnosis {
  const what = 'fixtures'
  const count = [...debtorNames, 'C2' as const].filter((name) => fixtures[name] !== undefined).length
  const said = `${count} of ${debtorNames.length + 1} are described`
  if (fixtures.P1 !== undefined) return ok(what, said)
  return warning(what, `${said}, and not P1`, 'samsvar fixtures tells what the bank makes; most requirements need P1')
}

/** Whoever takes a free port finds one. */
const listeningIn = (plan: PartyPlan | null) => (plan?.ours ?? []).filter((party) => plan?.ports[party] !== 0)

/** Whether somebody else listens there already. */
function portOf(party: PartyPlan['ours'][number], { listen, ports }: PartyPlan): Promise<Diagnosis> {
  const what = `port of ${party}`
  const at = `${listen}:${ports[party]}`
  const server = createServer()
  return new Promise((resolvePort) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const remedy = taken
        ? 'stop whoever listens there, or write another below "parties.ports"; beside a running samsvar mocks write "control" instead'
        : 'write another address in "parties.listen", or another port'
      resolvePort(problem(what, `${at} ${taken ? 'is taken' : `cannot be listened on (${error.code})`}`, remedy))
    })
    server.listen(ports[party], listen, () => server.close(() => resolvePort(ok(what, `${at} is free`))))
  })
}

/** A run leaves a few megabytes; a bank with long lists a few hundred. */
const [enough, tight] = [100, 1000]
const megabyte = 1024 * 1024

async function diskOf(out: string): Promise<Diagnosis> {
  const what = 'output folder'
  const folder = await nearestFolder(out)
  try {
    await access(folder, constants.W_OK)
  } catch {
    return problem(what, `${folder} may not be written`, 'choose another with --out')
  }
  try {
    const { bavail, bsize } = await statfs(folder)
    const free = Math.floor((bavail * bsize) / megabyte)
    const said = `${free} MB are free in ${folder}`
    if (free < enough) return problem(what, said, `make room for ${enough} MB, or choose another with --out`)
    return free < tight ? warning(what, said, 'make room') : ok(what, said)
  } catch {
    return unknown(what, `how much is free in ${folder} is not told`)
  }
}

async function nearestFolder(path: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  return isThere || dirname(path) === path ? path : nearestFolder(dirname(path))
}
