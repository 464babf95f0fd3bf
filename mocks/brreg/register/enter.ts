import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'
import type { Directory } from '../../directory.ts'
import { nobodyBehind } from './nobody.ts'
import type { Known, Notice } from './notice.ts'

/** The notice that an order asks for. Throws an Error that names the fixture or the time that is of no use. */
export function enter(order: NoticeOrder, directory: Directory, now: number): Notice {
  const { uuid, registreringstidspunkt, shownFrom, linked = [], konkursbo, namedLike } = order
  const registered = Date.parse(registreringstidspunkt)
  if (Number.isNaN(registered))
    throw new Error(`The notice ${uuid} is registered at "${registreringstidspunkt}"; write 2026-01-31T09:00:00.000Z`)
  const debtor = order.debtor === 'nobody' ? nobody(uuid) : known(order.debtor, directory)
  return {
    uuid,
    registered,
    shownFrom: shownFrom === undefined ? now : Date.parse(shownFrom),
    order,
    debtor: namedLike === undefined ? debtor : { ...debtor, name: known(namedLike, directory).name },
    linked: linked.map(({ fixture, organisasjonsform }) => ({ ...known(fixture, directory), organisasjonsform })),
    konkursbo: konkursbo === undefined ? null : known(konkursbo, directory),
  }
}

const nobody = (uuid: string): Known => ({ id: nobodyBehind(uuid), name: 'INGEN KJENT AS' })

function known(fixture: FixtureName, directory: Directory): Known {
  const found = directory[fixture]
  if (found === undefined)
    throw new Error(`Brreg does not know who the fixture ${fixture} is; name its number among the fixtures`)
  return { id: found.id, name: found.name ?? `TESTDEBITOR ${fixture}` }
}
