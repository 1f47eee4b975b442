#!/usr/bin/env node
/** The program: run-command.ts on the real terminal. */
import { runCommand } from './run-command.ts'
import { standardTerminal } from './terminal.ts'

process.exitCode = await runCommand(process.argv.slice(2), standardTerminal())
