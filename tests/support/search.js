// Puts queries to the search worker outside a browser.
// In, as JSON: {worker: its text, index: {docs, kinds, same, simple}, queries: [text or [text, kind], ...]}.
// Out: what it answers to each query, {items, kinds}.
const vm = require("node:vm");
const { worker, index, queries } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));

const handbook = {};
vm.runInContext(worker, vm.createContext({ document: {}, window: { handbook } }));
handbook.answer({ index });
const found = queries.map(query => {
  const [text, kind] = [query].flat();
  return handbook.answer({ query: text, kind });
});
console.log(JSON.stringify(found));
