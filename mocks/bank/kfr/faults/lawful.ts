import { randomUUID } from 'node:crypto'
import { headerNames, relationshipType } from '../../../../contracts/kfr/operations.ts'
import { defineFault } from '../fault.ts'
import type { Settings, Task } from '../model.ts'
import { address } from '../parts/address.ts'
import { afterAnswer } from '../parts/after-answer.ts'
import { headers } from '../parts/headers.ts'
import { isHeld } from '../parts/is-held.ts'
import { list } from '../parts/list.ts'

/** What no document forbids, and few do: these break nothing. */

/** Whose access was refused, and on whose behalf a report goes out. */
const stopped = new WeakSet<Settings>()
const whose = new WeakMap<Task, Settings>()

const perSecond = 10

export const lawfulFaults = [
  defineFault({
    id: 'stops-where-it-has-no-access',
    story: 'Whoever is let in nowhere reports nothing more, and calls somebody (KFRB-027).',
    violates: [],
    replaces: {
      address(settings, task) {
        whose.set(task, settings)
        return address(settings, task)
      },
      afterAnswer(task, answer) {
        const settings = whose.get(task)
        if ('status' in answer && answer.status === 403 && settings !== undefined) stopped.add(settings)
        return afterAnswer(task, answer)
      },
      isHeld: (task, loading, settings, now) => stopped.has(settings) || isHeld(task, loading, settings, now),
    },
  }),
  defineFault({
    id: 'counts-by-its-own-seconds',
    story: 'Ten reports go out in every second of the clock, as quickly as they can (KFRB-030).',
    violates: [],
    replaces: {
      pace(answered, now) {
        const second = Math.floor(now / 1000)
        const sent = answered.filter((at) => Math.floor(at / 1000) === second).length
        return sent < perSecond ? 0 : (second + 1) * 1000 - now
      },
    },
  }),
  defineFault({
    id: 'differs-wherever-it-may',
    story:
      'A token for every call, an id for every attempt, bearer in lower case, a form of another look in three files.',
    violates: [],
    replaces: {
      isFresh: () => false,
      authorization: (token) => `bearer ${token}`,
      headers: (task) => ({ ...headers(task), [headerNames.correlation]: randomUUID().toUpperCase() }),
      list: (elements) => `${list(elements)}\r\n`,
      split: (all) => {
        const third = Math.ceil(all.length / 3)
        return [all.slice(0, third), all.slice(third, 2 * third), all.slice(2 * third)]
      },
      form: (text, boundary) => ({
        contentType: `Multipart/Form-Data; charset=utf-8; Boundary=----Form${boundary}`,
        body: [
          `------Form${boundary}`,
          'content-disposition: form-data; filename="kunder.txt"; name="customers"',
          'content-type: text/plain; charset=utf-8',
          '',
          text,
          `------Form${boundary}`,
          'content-disposition: form-data; name=customer_type',
          '',
          relationshipType,
          `------Form${boundary}--`,
        ].join('\r\n'),
      }),
    },
  }),
]
