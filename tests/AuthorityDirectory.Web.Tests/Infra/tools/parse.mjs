// Prints the syntax tree of each file named, as JSON: one array, in the order of the files.
import { readFile } from 'node:fs/promises'
import { Language, Parser } from 'web-tree-sitter'

await Parser.init()
const parser = new Parser()
parser.setLanguage(await Language.load(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url).pathname))

const plain = (node) => ({
  type: node.isMissing ? 'MISSING' : node.type,
  text: node.text,
  line: node.startPosition.row + 1,
  children: node.namedChildren.map(plain),
})

const trees = []
for (const file of process.argv.slice(2)) trees.push(plain(parser.parse(await readFile(file, 'utf8')).rootNode))
console.log(JSON.stringify(trees))
