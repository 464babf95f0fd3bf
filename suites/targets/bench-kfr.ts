/** The register in a process of its own, for what measures it. */
export { openPlace, type Place, type Running } from '../../mocks/kfr/alone/process.ts'
