import { expect, it } from 'vitest'
import { requirement } from '../../register.ts'
import { holdRows } from '../../testing/requirements.ts'
import { implies } from './relations.ts'
import en from './titles.en.json' with { type: 'json' }
import nb from './titles.nb.json' with { type: 'json' }
import { unobservable } from './unobservable.ts'

holdRows({ area: 'konkursvarsel', count: 74, titles: { en, nb }, implies, unobservable })

it.each([
  ['KV-067', 'KI-KON-023'],
  ['KV-071', 'KI-KON-025'],
])('%s takes the verdict of %s', (one, other) => expect(requirement(one)?.sameAs).toEqual([other]))
