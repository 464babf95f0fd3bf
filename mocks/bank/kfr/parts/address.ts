import { paths } from '../../../../contracts/kfr/operations.ts'
import type { Settings, Task } from '../model.ts'

/** Of the own institution, and without the customer (KFRB-006, KFRB-011, KFRB-013). */
export const address = ({ baseUrl, institution }: Settings, _task: Task): string =>
  baseUrl + paths.relationship(institution)
