// Reads files of progress by the very scripts that browsers run, outside a browser.
// In, as JSON: {scripts: [text], items: the text of handbook-items, files: {name: base64}}.
// Out, by name: {refused: why}, or {group, person, faults, and of each kind what was said}.
const vm = require("node:vm");
const { scripts, items, files } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));

const window = { handbook: { parts: [] } };
const context = vm.createContext({ window, Intl, URL, Blob, TextDecoder, crypto });
vm.runInContext(`${items} window.handbookItems = handbookItems;`, context);
for (const script of scripts) vm.runInContext(script, context);
const { handbook } = window;

const values = (kind, entry) =>
  Object.fromEntries(
    Object.entries(handbook.KINDS[kind].fields)
      .filter(([name, field]) => entry[name] !== field.empty)
      .map(([name]) => [name, entry[name]]),
  );
const told = ({ record, faults }) => ({
  group: record.group,
  person: record.person,
  faults,
  ...Object.fromEntries(
    handbook.kinds.map(kind => [
      kind,
      Object.fromEntries([...handbook.said(record, kind)].map(([id, entry]) => [id, values(kind, entry)])),
    ]),
  ),
});
const read = base64 => {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64")).buffer;
  return handbook
    .readFile({ size: bytes.byteLength, arrayBuffer: async () => bytes })
    .then(told, error => ({ refused: error.message }));
};
Promise.all(Object.entries(files).map(async ([name, content]) => [name, await read(content)])).then(found =>
  console.log(JSON.stringify(Object.fromEntries(found))),
);
