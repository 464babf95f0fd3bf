import { gone, leaf, says, twice, xml } from '../../contracts/dsve/damages/damage.ts'
import { caseIdentifiers } from '../../contracts/dsve/fixtures/identifiers.ts'
import { people } from '../../contracts/dsve/fixtures/people.ts'
import type { Observation } from '../../contracts/report/evidence.ts'
import type { Result, RunRecord } from '../../contracts/report/report.ts'
import { foundInLetter } from '../../suites/kit/judge/finding.ts'
import { answeredIn, letterOf } from '../../suites/kit/testing/letter.ts'
import { golden } from './record.ts'
import { hostile } from './words.ts'

/** A run in which a bank has answered the megler: wrong in several places, refusing without a word, and with malice. */

const refusal = { transfer: { propertyList: { messageType: 'Restgjeldssvar', status: 'LaanNedbetalt' } } }

const wrong = letterOf('S6', 'restgjeldssvar', {
  ...xml({
    'avsender/kontaktperson': gone,
    'laanliste/laan[1]/saldo': says('NaN'),
    'laanliste/laan[2]/kontonummer': says('1234.56.78901'),
    'laanliste/laan[2]/laantakereHjemmelshaver': (found) => [
      { ...found, children: [leaf('navn', `${people.kari.fornavn} ${people.kari.id}`)] },
    ],
    'registerenheterMedDokumentreferanser/registerenhetMedDokumentreferanse[1]/pantedokumentreferanser': twice,
  }),
})
const silent = letterOf('S12', 'restgjeldssvar', {
  transfer: (transfer) => ({ ...transfer, ...refusal.transfer }),
  files: () => [],
})
const malicious = letterOf('S1', 'innfrielsessaldosvar', {
  xml: (root) => ({
    ...root,
    children: [
      ...root.children,
      { name: 'ondt', attributes: { onclick: 'alert(1)' }, children: [], text: '</code><script>alert(1)</script>' },
    ],
  }),
  files: (files) => [...files, { name: '"><img src=x onerror=alert(1)>.pdf', content: 'x' }],
  transfer: (transfer) => ({
    ...transfer,
    fileName: hostile.replaceAll('\ud800', ''),
    propertyList: { ...transfer.propertyList, '<b>Status</b>': '<script>alert(1)</script>' },
  }),
})

const letters: readonly Observation[] = [wrong, silent, malicious].map((letter, at) => answeredIn(letter, `o${at + 1}`))

/** One result for each row that something is wrong with, as checks make them; but one is left to nobody. */
const nobodys = 'DSVE-109'
const found = letters.flatMap((observation) =>
  (observation.letter?.reply?.problems ?? []).map((problem) => ({ observation, problem })),
)
const results: readonly Result[] = [...Map.groupBy(found, ({ problem }) => problem.requirement)]
  .filter(([requirement]) => requirement !== nobodys)
  .map(([requirement, all]) => ({
    requirement,
    area: 'dsve',
    level: 'MUST',
    certainty: 'documented',
    verdict: all.some(({ problem }) => problem.weight === 'breach') ? 'fail' : 'warn',
    reason: null,
    message: 'not as required',
    check: `suites/dsve/${requirement}.check.ts:3`,
    findings: all.map(({ observation, problem }) => foundInLetter(observation, problem, 'the letter is as it should be')),
    durationMs: 1,
  }))

export const goldenLetters: RunRecord = {
  ...golden,
  report: { ...golden.report, results, errors: [], loads: [] },
  exchanges: [],
  deeds: [],
  loads: [],
  observations: letters,
  known: { identifiers: caseIdentifiers, secrets: [] },
}
