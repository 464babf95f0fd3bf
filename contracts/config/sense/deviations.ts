import { nearestIds, requirement } from '../../register.ts'
import { listAt, type Nonsense, type Sense, textAt } from './look.ts'

/** A deviation from a requirement that nobody knows would declare nothing. */

export const knownRequirements: Sense = (config) =>
  idsIn(config).flatMap(([id, index]): readonly Nonsense[] => {
    if (requirement(id) !== undefined) return []
    const guesses = nearestIds(id)
    const remedy = guesses.length > 0 ? `did you mean ${guesses.join(' or ')}?` : 'samsvar list shows all'
    return [{ steps: ['deviations', index, 'requirement'], wrong: 'is no requirement', remedy }]
  })

export const declaredOnce: Sense = (config) => {
  const ids = idsIn(config)
  return ids.flatMap(([id, index]): readonly Nonsense[] => {
    const earlier = ids.some(([other, before]) => other === id && before < index)
    const remedy = 'keep one of the two'
    return earlier ? [{ steps: ['deviations', index, 'requirement'], wrong: 'is declared already', remedy }] : []
  })
}

const idsIn = (config: unknown) =>
  listAt(config, 'deviations').flatMap((one, index) => {
    const id = textAt(one, 'requirement')
    return id === undefined || id === '' ? [] : [[id, index] as const]
  })
