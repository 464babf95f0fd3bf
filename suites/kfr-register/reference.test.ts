import { describe } from 'vitest'
import { bindResults } from '../testing/bind.ts'
import { judgeReference } from '../testing/judge-reference.ts'

const record = await judgeReference({ area: 'kfr-register' })

describe('the built-in register', () => bindResults(record))
