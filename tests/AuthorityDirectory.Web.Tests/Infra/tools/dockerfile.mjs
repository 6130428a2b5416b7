// Prints what speaks against each Dockerfile named, as JSON: one array of texts.
import { readFile } from 'node:fs/promises'
import { validate } from 'dockerfile-utils'

const said = []
for (const file of process.argv.slice(2)) {
  for (const fault of validate(await readFile(file, 'utf8'))) said.push(`${file} line ${fault.range.start.line + 1}: ${fault.message}`)
}
console.log(JSON.stringify(said))
