/** Rows that are asked by load: each takes as long as its profile says. */
export const loadRows: readonly string[] = ['KFRO-073', 'KFRO-074', 'KFRO-076']

/** What takes seconds or minutes by itself, and what a run of many faults leaves to those that are about it. */
export const heavyRows: readonly string[] = ['KFRO-031', ...loadRows]
