import { describe } from 'vitest'
import { bindResults } from '../testing/bind.ts'
import { judgeReference } from '../testing/judge-reference.ts'

const record = await judgeReference({ area: 'kfr-rapportering' })

describe('the reference bank', () => bindResults(record))
