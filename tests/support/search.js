// Puts queries to the search worker outside a browser.
// In, as JSON: {worker: its text, index: {docs, kinds, same, simple}, queries: [text or [text, kind], ...]}.
// Out: what it answers to each query, {items, kinds}.
const vm = require("node:vm");
const { worker, index, queries } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));

let heard, said;
const context = vm.createContext({
  addEventListener: (_, listener) => (heard = listener),
  postMessage: message => (said = message),
});
vm.runInContext(worker, context);
heard({ data: { type: 0, data: index } });
const found = queries.map(query => {
  const [text, kind] = [query].flat();
  heard({ data: { type: 2, data: text, kind } });
  return said.data;
});
console.log(JSON.stringify(found));
