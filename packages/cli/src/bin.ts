#!/usr/bin/env node
import { spellCmdlet } from './cmdlets/cmdlet-name.js'
import { createProgram } from './program.js'
import { tellFailure } from './tell-failure.js'

await createProgram(process).parseAsync(spellCmdlet(process.argv)).catch(tellFailure)
