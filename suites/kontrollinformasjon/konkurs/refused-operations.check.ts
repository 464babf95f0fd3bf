import { refusedOperation } from './refused-operation.ts'

/** Cards and roles are no part of Konkursbehandling (catalogue 1.1). */
const cards = refusedOperation(import.meta, 'KI-KON-001', 'cards')
const roles = refusedOperation(import.meta, 'KI-KON-002', 'roles')

export default [cards, roles]
