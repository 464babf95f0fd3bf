import { meetNamed } from '../../testing/meet.ts'
import besides from './besides.json' with { type: 'json' }

meetNamed({
  area: 'kontrollinformasjon',
  half: 'second',
  besides: besides as Parameters<typeof meetNamed>[0]['besides'],
})
