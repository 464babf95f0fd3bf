import type { Damage, Injury } from '../../../../contracts/dsve/damages/damage.ts'
import { cases } from '../../../../contracts/dsve/fixtures/cases.ts'
import type { Known } from '../../../../contracts/dsve/fixtures/known.ts'
import { identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import { type DsveFault, defineFault } from '../fault.ts'
import type { About } from '../parts/write.ts'
import * as lawful from '../parts/write.ts'
import { backFromStillness, intoStillness } from './static-case.ts'

/** A reply as contracts/dsve/damages breaks it, in the case and the flow for which it says what is to be found. */
export function damaged(damage: Damage): DsveFault {
  const { what, of, reply, finds, does } = damage
  const rows = (weight: string) => Object.entries(finds).flatMap(([row, is]) => (is === weight ? [row] : []))
  return defineFault({
    id: idOf(damage),
    story: `Of ${of} the ${reply} has this wrong: ${what}.`,
    violates: rows('breach'),
    tolerates: rows('tolerated'),
    // It begins with the answer that is due: of another there is nothing to be made wrong in that way.
    replaces: injured(
      does,
      (about) => about.root === reply && isAbout(cases[of], about) && about.status === cases[of].expects.status,
    ),
  })
}

/** `s1-rg-a-decimal-comma`: case, flow, what. */
export const idOf = ({ what, of, reply }: Damage): string =>
  [of, reply === 'restgjeldssvar' ? 'rg' : 'is', what]
    .join(' ')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'aa')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')

export const isAbout = ({ eiendommer }: Known, { asked }: Pick<About, 'asked'>): boolean =>
  asked?.message.registerenheterMedHjemmelshavere.some(({ registerenhet }) =>
    eiendommer.some((each) => identityOf(each.registerenhet) === identityOf(registerenhet)),
  ) ?? false

/** Each step of writing, with what is done to it in place of nothing. */
function injured({ xml, text, files, transfer }: Injury, isIt: (about: About) => boolean): DsveFault['replaces'] {
  return {
    ...(xml && {
      shape: (message, about) => {
        if (!isIt(about)) return message
        return backFromStillness(about).markup(xml(intoStillness(about).markup(message)))
      },
    }),
    ...(text && {
      spell: (message, about) => {
        const written = lawful.spell(message, about)
        if (!isIt(about)) return written
        const spelt = text(intoStillness(about).text(String(written)))
        return typeof spelt === 'string' ? backFromStillness(about).text(spelt) : backFromStillness(about).bytes(spelt)
      },
    }),
    ...(files && {
      fill: (all, about) => {
        if (!isIt(about)) return all
        return files(all.map(intoStillness(about).file)).map(backFromStillness(about).file)
      },
    }),
    ...(transfer && {
      label: (one, about) => {
        if (!isIt(about)) return one
        return backFromStillness(about).transfer(transfer(intoStillness(about).transfer(one)))
      },
    }),
  }
}
