import { meetAll } from '../../testing/meet.ts'
import besides from './besides.json' with { type: 'json' }

meetAll({
  area: 'dsve',
  half: 'second',
  besides: besides as Parameters<typeof meetAll>[0]['besides'],
  weighs: true,
})
