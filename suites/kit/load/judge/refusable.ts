import type { LoadWindow } from '../../../../contracts/report/load.ts'
import type { ServiceLevel } from '../../../../contracts/ytelse/service-level.ts'

/**
 * How many requests may be refused by somebody who serves the agreed number in every second of his own clock. Nobody has
 * agreed to more, and of ten a second that are moved within their intervals, or that left together because the generator
 * was held up, eleven leave in some seconds.
 */
export function refusable({ samples }: LoadWindow, { ratePerSecond }: ServiceLevel): number {
  const sent = samples.flatMap((one) => one.sent ?? [])
  return begins.reduce((most, begin) => {
    const seconds = Map.groupBy(sent, (at) => Math.floor((at - begin) / 1000))
    const above = [...seconds.values()].reduce((sum, { length }) => sum + Math.max(0, length - ratePerSecond), 0)
    return Math.max(most, above)
  }, 0)
}

/** When such a second may begin, in milliseconds. */
const begins = Array.from({ length: 50 }, (_, step) => step * 20)
