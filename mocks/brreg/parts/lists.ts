import type { RequestHandler, Response } from 'express'
import type { Served } from '../../../contracts/konkursvarsel/sighting.ts'
import { contextOf } from '../context.ts'
import type { Manners } from '../manners.ts'
import type { Notice } from '../register/notice.ts'
import { shuffled } from '../register/register.ts'

export const listEverything = (): RequestHandler => (_request, response, next) => {
  const { services } = contextOf(response)
  give(response, services.register.ascending().filter(services.isShown))
  next()
}

/** What was registered after the time that is asked from, and what is delivered once more (catalogue, section 5). */
export const listUpdated = (): RequestHandler => (_request, response, next) => {
  const { from, services } = contextOf(response)
  const { register, isShown } = services
  const begin = from ?? 0
  const { comparison } = services.manners()
  const isNew = ({ registered }: Notice) => (comparison === 'exclusive' ? registered > begin : registered >= begin)
  give(
    response,
    register.ascending().filter((notice) => (isNew(notice) || register.again.has(notice)) && isShown(notice)),
  )
  next()
}

const arranged: Readonly<Record<Manners['order'], (ascending: readonly Notice[]) => readonly Notice[]>> = {
  ascending: (ascending) => ascending,
  descending: (ascending) => ascending.toReversed(),
  shuffled,
}

function give(response: Response, ascending: readonly Notice[]): void {
  const context = contextOf(response)
  const { renderer, url, manners, addressOfDetails } = context.services
  const { order, emptyList } = manners()
  const notices = arranged[order](ascending)
  const bytes =
    notices.length === 0
      ? renderer.empty(emptyList, `${url}${response.req.originalUrl}`)
      : renderer.list(notices, addressOfDetails())
  context.body = { bytes, served: servedOf(notices, ascending), carried: notices }
}

/** Of how many notices a sighting says which they were. */
const named = 100

const servedOf = (notices: readonly Notice[], ascending: readonly Notice[]): Served => ({
  count: notices.length,
  notices: notices.slice(0, named).map(({ uuid }) => uuid),
  latest: ascending.at(-1)?.order.registreringstidspunkt ?? null,
})
