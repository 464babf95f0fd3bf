#!/usr/bin/env node
import { launch } from './launch.mjs'

launch('./main.ts', process.argv.slice(2))
