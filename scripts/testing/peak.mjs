// Loaded before a command with `--import`: leaves the largest memory that its process had, in kibibytes.
import { writeFileSync } from 'node:fs'

process.on('exit', () => writeFileSync(process.env.SAMSVAR_PEAK, String(process.resourceUsage().maxRSS)))
