/** Milliseconds between two polls; null where only a hook asks. Nobody else has to ask for the next one (KV-008). */
export const pollEvery = (declaredMs: number | null): number | null => declaredMs
