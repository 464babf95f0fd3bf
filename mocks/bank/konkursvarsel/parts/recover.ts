import type { Memory } from '../model.ts'
import { memoryFrom, type Saved } from '../store.ts'

/** Reading goes on where it stopped (KV-012). */
export const recover = (saved: Saved | null, _now: number): Memory => memoryFrom(saved)
