import { nearestIds, requirement } from '../../register.ts'
import { listAt, type Sense } from './look.ts'

/** An agreement about a requirement that nobody knows would raise nothing. */
export const agreedRequirements: Sense = (config) =>
  listAt(config, 'agreement', 'ytelse', 'requirements').flatMap((id, index) => {
    if (typeof id !== 'string' || requirement(id)?.area === 'ytelse') return []
    const steps = ['agreement', 'ytelse', 'requirements', index]
    const [guess] = nearestIds(id).filter((near) => requirement(near)?.area === 'ytelse')
    const remedy = guess === undefined ? 'samsvar list --area ytelse shows all' : `did you mean ${guess}?`
    return [{ steps, wrong: 'is no requirement of performance', remedy }]
  })
