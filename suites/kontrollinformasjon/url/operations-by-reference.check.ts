import { operationByReference } from './operations-by-reference.ts'

/** `/accounts/{accountReference}` and what lies below it (catalogue 1.1). */
const details = operationByReference(import.meta, 'KI-URL-005', 'details')
const transactions = operationByReference(import.meta, 'KI-URL-006', 'transactions')

export default [details, transactions]
