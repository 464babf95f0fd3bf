import { judgeInTwoProcesses } from '../testing/two-processes.ts'

judgeInTwoProcesses('second')
