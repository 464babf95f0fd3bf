import { expect, it } from 'vitest'
import { requirement } from '../../register.ts'
import { holdRows } from '../../testing/requirements.ts'
import { implies } from './relations.ts'
import en from './titles.en.json' with { type: 'json' }
import nb from './titles.nb.json' with { type: 'json' }
import { unobservable } from './unobservable.ts'

holdRows({ area: 'kfr-rapportering', count: 50, titles: { en, nb }, implies, unobservable })

it('KFRB-049 takes the verdict of KV-073, and the other way round', () =>
  expect(requirement('KFRB-049')?.sameAs).toEqual(['KV-073']))
