// Puts queries to the search worker outside a browser.
// In, as JSON: {worker: its text, index: {docs, same, simple}, queries: [...]}. Out: what it finds, a list a query.
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
  heard({ data: { type: 2, data: query } });
  return said.data.items;
});
console.log(JSON.stringify(found));
