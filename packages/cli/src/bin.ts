#!/usr/bin/env node
import { createProgram } from './program.js'
import { tellFailure } from './tell-failure.js'

await createProgram(process).parseAsync(process.argv).catch(tellFailure)
