import { holdRows } from '../../testing/requirements.ts'
import { implies } from './relations.ts'
import en from './titles.en.json' with { type: 'json' }
import nb from './titles.nb.json' with { type: 'json' }
import { unobservable } from './unobservable.ts'

holdRows({ area: 'dsve', count: 143, titles: { en, nb }, implies, unobservable })
