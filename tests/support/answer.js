// Milliseconds from nothing to the first answer of a site's search, in a process of its own.
// Arguments: the search's script, an index, what is asked.
const vm = require("node:vm");
const { readFileSync } = require("node:fs");
const [worker, index, query] = process.argv.slice(2);

const began = performance.now();
const handbook = {};
const page = vm.createContext({ document: {}, window: { handbook } });
for (const script of [worker, index]) vm.runInContext(readFileSync(script, "utf8"), page);
handbook.answer({ index: page.__index });
const { number } = handbook.answer({ query });
if (!number) throw new Error(`nothing found by ${query}`);
console.log(Math.round(performance.now() - began));
