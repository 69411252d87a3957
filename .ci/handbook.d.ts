// The shapes that the scripts in overrides/assets/javascripts hand to each other, and that the build hands to them.

/** How far a group has come with an item. */
type ItemState = "not-started" | "under-way" | "done" | "not-for-us";

/** When each field was last answered or emptied, as an ISO time; one that nobody touched has none. */
type Times = Record<string, string>;

/** How far a group has come with something it has to do. */
interface Work {
  state: ItemState;
  note: string;
  owner: string;
  /** 2026-12-01, or nothing. */
  date: string;
  /** Whether the note is meant for those who edit the handbook. */
  forEditors: boolean;
}

/** What a group has written to an item of a checklist. */
interface ItemEntry extends Work {
  at: Times;
}

/** What a group has written to something that is rated. */
interface RatingEntry {
  /** From 1; 0 is a note without a level. */
  level: number;
  note: string;
  forEditors: boolean;
  at: Times;
}

/** An item that a group added by itself; taken back, it has no text. */
interface OwnEntry extends Work {
  text: string;
  why: string;
  /** The part of a checklist where it stands, `system.data.inventory`; or nothing. */
  place: string;
  at: Times;
}

/** Why an item is not for a group. */
interface DroppedEntry {
  reason: string;
  at: Times;
}

/** What a group has set for an indicator, as it was typed. */
interface TargetEntry {
  baseline: string;
  interim: string;
  target: string;
  owner: string;
  /** 2026-12-01, or nothing. */
  date: string;
  note: string;
  forEditors: boolean;
  at: Times;
}

/** The kinds of entries. */
interface Entries {
  items: ItemEntry;
  ratings: RatingEntry;
  own: OwnEntry;
  dropped: DroppedEntry;
  targets: TargetEntry;
}

/** Of each kind, the entries by their ids. */
type Held = { [K in keyof Entries]: Map<string, Entries[K]> };

/** What a field holds that nobody has answered, and what fits into it. */
interface Field {
  empty: unknown;
  fits: (value: unknown) => boolean;
}

/** A copy of the handbook. */
interface Edition {
  version: string;
  dataDate: string;
}

/** What a group, or one person in it, has written: the contents of a file of progress, checked, with ids of today. */
type Progress = Held & {
  /** The copy that wrote it. */
  handbook: Edition;
  /** Drawn when the group began; several once records were joined, none in files of version 1. */
  ids: string[];
  group: string;
  /** Whose own answers these are; nothing for those of the whole group. */
  person: string;
  /** When it got its name, as an ISO time. */
  named: string;
  /** When it was last changed, as an ISO time. */
  saved: string;
  language: string;
  /** Every item and rating of that copy → a hash of its text. */
  known: Map<string, string>;
};

/** A record as it was read, and a sentence for each thing that did not fit and was left out. */
interface ReadProgress {
  record: Progress;
  faults: string[];
}

/** A field that records of one group answer differently. */
interface Difference {
  kind: keyof Entries;
  id: string;
  field: string;
  /** The newest first, which stands; `from` is the record's place among them. */
  answers: { from: number; at: string; value: unknown }[];
}

/** How this copy differs from the one that wrote a record; ids. */
interface Changes {
  added: string[];
  changed: string[];
  gone: string[];
}

/** `handbook-items.<language>.js`: what there is to work on. */
interface HandbookItems extends Edition {
  /** Under which the browser keeps progress. */
  site: string;
  language: "zh" | "en";
  /** Titles of the levels, from 1. */
  levels: string[];
  /** What scripts say, by name. */
  words: Record<string, string>;
  /** Every id of an item or of something rated → a hash of its text. */
  hashes: Record<string, string>;
  /** Earlier id → the one of today. */
  formerly: Record<string, string>;
}

/** `handbook-texts.<language>.js`: titles and places, loaded when they are needed. */
interface HandbookTexts {
  /** Id of an item → what is to be done. */
  items: Record<string, string>;
  /** Of a record: title, data file, how the addresses of its items begin, its own address. */
  owners: Record<string, [title: string, file: string, list: string, address: string]>;
}

/** Answers on the page that joins them: a group's, or one person's in it. */
interface NamedProgress {
  name: string;
  record: Progress;
}

/** A group with those of its members who answered alone. */
interface NamedGroup extends NamedProgress {
  persons: NamedProgress[];
}

/** A file on that page: read, or refused with the reason. */
interface LoadedFile {
  file: string;
  text?: string;
  record?: Progress;
  faults?: string[];
  why?: string;
}

type SoundFile = LoadedFile & { record: Progress };

/** Files that count as one group, or as one person. */
interface Gathered extends NamedGroup {
  persons: Gathered[];
  key: string;
  members: SoundFile[];
  /** Whether it has to be asked if they are one. */
  doubtful: boolean;
}

/** What the browser keeps of that page. */
interface KeptFiles {
  files: { file: string; text?: string; why?: string }[];
  decided: [key: string, answer: "one" | "apart"][];
}

/** A line of the merged report. */
interface Merged {
  id: string;
  text: string;
  /** Of what it is a part. */
  where: string;
  notes: MergedNote[];
}

interface MergedNote {
  name: string;
  note: string;
  owner: string;
  date: string;
  forEditors?: boolean;
  /** Why the item is not for the group. */
  reason?: string;
}

interface MergedTarget extends Merged {
  given: { name: string; baseline: string; interim: string; target: string }[];
}

interface MergedOwn extends Merged {
  name: string;
  state: ItemState;
  why: string;
}

interface MergedItem extends Merged {
  given: { state: ItemState; names: string[] }[];
  /** How many groups have a say. */
  groups: number;
  /** How many of them say what most say. */
  agree: number;
  /** The groups that left it alone. */
  untouched: string[];
}

interface MergedRating extends Merged {
  /** A group without a level of its own has the mean of its members', who are listed in any case. */
  given: { name: string; level: number; alone: { name: string; level: number }[] }[];
  /** Worded, as is the spread; a dash where nobody gave a level. */
  mean: string;
  spread: string;
}

/** A row of a figure: a heading, one level as a bar, or the levels of several groups as dots. */
type FigureRow =
  | { head: string }
  | {
      head?: undefined;
      text: string;
      values: number[];
      dots?: boolean;
    };

/** What the panel needs of a store: localStorage itself, or the one that all files of a folder share. */
interface ProgressStore {
  readonly length: number;
  key(place: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
  /** Keeps for this window which group sits at it. */
  sit?(key: string): void;
}

/** The store of a folder, on the other side of a frame. */
interface SharedStore extends ProgressStore {
  /** Calls once the key is really written. */
  kept(key: string, then: () => void): void;
}

/** To the frame that holds a folder's store: tell me all, or keep (null: forget) this. */
interface ToStore {
  key?: string;
  text?: string | null;
  /** The group that sits at this window. */
  seat?: string;
}

/** From that frame: all there is, what was kept, that it is full, or what another page has written. */
interface FromStore {
  same?: boolean;
  seat?: string;
  entries?: [key: string, text: string][];
  kept?: string;
  full?: boolean;
  key?: string;
  text?: string | null;
}

/** A source of something collected. */
interface DossierSource {
  id: string;
  title: string;
  /** Of the title, as a tag; "" where it is that of the page. */
  lang: string;
  publisher: string;
  /** 2018, 2018-06 or 2018-06-19. */
  date: string;
  /** Where in it, worded. */
  at: string;
  /** http(s), or "". */
  address: string;
  isCopy: boolean;
}

/** A statement, a record or an item of a checklist, as a page shows it. */
interface Snapshot {
  /** `<kind>/<id>` or `<kind>/<id>#<statement>`. */
  ref: string;
  /** The name of the record. */
  about: string;
  /** Question, layer, code: what stands before a statement. */
  label: string;
  /** Its support, in words; of a view, its kind. */
  mark: string;
  /** Whether the handbook itself thinks so. */
  isView: boolean;
  /** A line for each item of a list. */
  text: string;
  sources: DossierSource[];
  /** Where others find it; "" where it was collected from disk. */
  address: string;
}

interface DossierEntry extends Snapshot {
  language: "zh" | "en";
  /** Of the data, when it was collected. */
  date: string;
  /** The reader's own words. */
  comment: string;
}

interface Dossier {
  title: string;
  /** In the reader's order. */
  entries: DossierEntry[];
}

interface ReadDossier {
  dossier: Dossier;
  bad: number;
}

/** What became of an entry since it was collected; `now` is how it stands today, where that was read. */
interface DossierSince {
  state: "same" | "changed" | "gone" | "absent" | "unknown";
  now?: Snapshot;
}

/** An entry as it is shown and taken away: in today's words, with the numbers of its sources. */
interface DossierItem {
  key: string;
  /** As it is kept. */
  entry: DossierEntry;
  since: DossierSince;
  shown: Snapshot;
  /** In words. */
  kind: string;
  /** Where it stands in this copy; "" for nowhere. */
  here: string;
  /** Where others find it; "" where that is not known. */
  published: string;
  cited: { number: number; at: string }[];
}

/** A dossier, its sources in the order of their numbers. */
interface DossierWhole {
  title: string;
  items: DossierItem[];
  sources: DossierSource[];
}

/** `handbook-marks.<language>.js`: name, place and fingerprints of every record. */
interface HandbookMarks {
  /** The address at which the handbook is published, with a slash; "" while that is not known. */
  site: string;
  reuse: string;
  kinds: Record<string, string>;
  /** Earlier ref of a record → the one of today. */
  formerly: Record<string, string>;
  /** Address "" for what this copy leaves out. */
  records: Record<string, [address: string, name: string, anchors: string, prints: Record<string, string>]>;
}

/** What the scripts share. Those of a page that has nothing to work on find only what core/dom.js brings. */
interface Handbook {
  // core/watch.js
  /** What the browser lacks of what scripts need, and the scripts that could not start; absent where it did not. */
  lacking?: string[];
  lack(name: string): void;

  // theme/search-worker.js, in a page
  answer?(message: ToSearch): FromSearch;

  // theme/search.js
  search(message: ToSearch): Promise<FromSearch>;

  // core/dom.js
  /** Who is given the store of all files of a folder, where each has one of its own, and is told that it is full. */
  adopters: { adopt(shared: SharedStore, seat: string): void; lose(): void }[];
  /** The texts of the scripts that a saved copy of the page carries, in order. */
  parts: string[];
  all<T extends HTMLElement = HTMLElement>(selector: string, root?: ParentNode): T[];
  one<T extends HTMLElement = HTMLElement>(selector: string, root?: ParentNode): T;
  make<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes?: Record<string, string | number>,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[K];
  button(text: string, act: () => void): HTMLButtonElement;
  download(text: string, type: string, name: string): void;
  reveal(clear: () => void): void;

  // core/sheet.js
  /** Lines of cells as CSV that spreadsheets open. */
  csvOf(lines: (string | number)[][]): string;

  // core/words.js
  data: HandbookItems;
  own<T>(held: Record<string, T>, id: string): T | undefined;
  say(name: string, values?: Record<string, string | number>): string;
  /** The word for a state. */
  stateWord(state: ItemState): string;
  /** What is to be done or rated; for what a group added, as one of the records has it. */
  title(id: string, records?: Progress[]): string;
  href(id: string): string;
  /** The name of the group, with that of the person. */
  whose(record: Progress): string;
  need(present: () => unknown, beside: string, name: string, then: () => void): void;
  day(when: string | number): string;
  /** Day and hour. */
  moment(when: string): string;
  today(): string;
  /** The word for a field of an entry. */
  fieldWord(field: string): string;
  /** The value of a field, worded. */
  answerWord(field: string, value: unknown): string;
  /** 3, or 3.5. */
  decimal(value: number): string;
  /** Faults of a file, as they are shown. */
  faultLines(faults: string[]): HTMLElement[];

  // core/record.js
  STATES: ItemState[];
  /** What an id of each kind looks like, and its fields. */
  KINDS: Record<keyof Entries, { id: RegExp; fields: Record<string, Field> }>;
  kinds: (keyof Entries)[];
  MOST_TYPED: number;
  MOST_TEXT: number;
  MOST_NAME: number;
  MOST_IDS: number;
  MOST_ENTRIES: number;
  MOST_BYTES: number;
  /** A time in the one form in which times are compared; nothing for what is none. */
  isoTime(value: unknown): string;
  emptyEntry<K extends keyof Entries>(kind: K): Entries[K];
  entryOf<K extends keyof Entries>(record: Progress, kind: K, id: string): Entries[K];
  /** Whether an entry holds anything. */
  says<K extends keyof Entries>(kind: K, entry: Entries[K]): boolean;
  /** The entries that hold something. */
  said<K extends keyof Entries>(record: Progress, kind: K): Map<string, Entries[K]>;
  /** How many entries hold something. */
  count(record: Progress): number;
  newId(): string;
  blank(group: string, person?: string): Progress;
  /** A new group. */
  begin(group: string, person?: string): Progress;
  /** The record with fields changed; null where a value does not fit. */
  changed<K extends keyof Entries>(
    record: Progress,
    kind: K,
    id: string,
    change: Partial<Omit<Entries[K], "at">>,
  ): Progress | null;
  renamed(record: Progress, group: string): Progress;
  cleared(record: Progress): Progress;

  // core/join.js
  /** What is the same in all ways to write a name. */
  nameKey(name: string): string;
  join(one: Progress, other: Progress): Progress;
  /** Whether both have grown from one. */
  isSame(one: Progress, other: Progress): boolean;
  differences(records: Progress[]): Difference[];
  moved(record: Progress): Progress;
  changes(record: Progress): Changes;

  // core/checking.js
  short(value: unknown, most?: number): string;
  isObject(value: unknown): value is Record<string, unknown>;
  /** A file that is no longer text: what fits of it, and what does not. */
  checked(file: Record<string, unknown>): ReadProgress;

  // core/reading.js
  Refused: ErrorConstructor;
  /** Throws Refused where nothing can be read. */
  read(text: string): ReadProgress;
  readFile(file: Blob): Promise<ReadProgress & { text: string }>;
  write(record: Progress): string;
  /** Whether what would be written can be read again. */
  fits(record: Progress): boolean;

  // core/store.js
  store: {
    keeps(): boolean;
    get(key: string): Progress | null;
    put(key: string, record: Progress): void;
    forget(key: string): void;
    /** The one that was changed last comes first. */
    groups(): { key: string; record: Progress }[];
    /** Texts that could not be read, or not whole. */
    damaged(): { place: string; text: string }[];
    discard(place: string): void;
    /** The key of the group that sits at this window; nothing before it is settled. */
    seat(): string;
    sit(key: string): void;
    /** Calls when another page has changed a record; without its key when all may have changed. */
    listen(listener: (key: string) => void): void;
  };

  // core/dossier.js; absent until it is needed
  dossier: {
    get(): Dossier;
    /** Says whether all of it has room in a file. */
    change(act: (dossier: Dossier) => Dossier): boolean;
    join(one: Dossier, other: Dossier): Dossier;
    /** Throws Refused where nothing can be read; `bad` counts entries that could not be. */
    read(text: string): ReadDossier;
    readFile(file: Blob): Promise<ReadDossier>;
    write(dossier: Dossier): string;
    keyOf(entry: { ref: string; language: string }): string;
    Refused: new (message: string) => Error;
    keeps(): boolean;
    /** A text that was kept and could not be read; "" for none. */
    aside(): string;
    discard(): void;
    /** Calls when this page or another has changed it. */
    listen(listener: () => void): void;
  };

  // features/collect.js; absent until it is needed
  /** Begins or ends to collect, and says so where it `isTold`; the bar ends it with `stop`. */
  collect?(isOn: boolean, stop: () => void, isTold?: boolean): void;

  // features/panel.js
  /** How many parts stand before those that fill something in. */
  afterPanel: number;
  /** The page as it was before any script changed it. */
  before: HTMLElement;
  /** Where the panel stands, on pages that have one. */
  mount: HTMLElement | null;
  tools: HTMLElement;
  /** What is told and asked of a file, below the panel. */
  talk: HTMLElement;
  /** Each puts into a copy of the page, as text, what it shows. */
  bakers: ((page: HTMLElement) => void)[];
  /** The record of the group that sits here, or an empty one. */
  record(): Progress;
  /** Says whether the value fits and was kept. */
  edit<K extends keyof Entries>(kind: K, id: string, change: Partial<Omit<Entries[K], "at">>): boolean;
  /** Puts a record in the place of another and offers to undo it. */
  replace(key: string, record: Progress | null, told: string): void;
  tell(text: string, ...more: (Node | string)[]): void;
  open(key: string): void;
  /** The reader says that what was saved is there. */
  /** Of each kind of entry, how much of the page is filled in, in words. */
  counts: Partial<Record<keyof Entries, () => string>>;
  confirmed(): void;
  fileName(ending: string): string;
  start(): void;
  show(): void;
  listen(listener: (record: Progress) => void): void;
  groupName(): string;

  // features/tools.js
  /** Loads the texts of all items and a script, and goes on once it is there; else says that it is not. */
  late(name: string, present: () => unknown, then: () => void): void;
  /** Tells what differs between this copy and the one that wrote a record. */
  tellNews(record: Progress, always: boolean): void;
  /** A download was asked for; whether it is there only the reader knows. */
  handed(name: string): void;
  /** Fills the tools, and gives those that are there before it is settled who sits here. */
  loading(): HTMLElement;
  /** Takes in what a saved copy of the page brings. */
  bring(): void;

  // features/groups.js
  /** The choice at the start, or whose answers these are. */
  seats(): HTMLElement;

  // features/checklist.js
  /** Gives an element what its group fills in. */
  item(element: HTMLElement, kind: "items" | "own"): { show(record: Progress): void };

  // features/own.js; absent until it is needed
  ownItems?: { add(place: string): void };

  // features/changes.js; absent until it is needed
  tellChanges?(record: Progress, changes: Changes): void;

  // features/transfer.js; absent until it is needed
  transfer?: {
    load(file: File): Promise<void>;
    take(incoming: ReadProgress, name: string): void;
    text(): void;
  };

  // features/copy.js and single/copy.js
  /** The page as one file with the answers inside; absent until it is needed. */
  copy?: (json: string) => string;

  // features/figure.js, features/report.js
  figure(rows: FigureRow[], label: string, place: HTMLElement): void;
  /** Each group, followed by its members. */
  everyone<T extends NamedProgress>(groups: (T & { persons: T[] })[]): T[];
  items(groups: NamedGroup[]): MergedItem[];
  ratings(groups: NamedGroup[]): MergedRating[];
  targets(groups: NamedGroup[]): MergedTarget[];
  /** What groups added to the lists. */
  added(groups: NamedGroup[]): MergedOwn[];
  /** The answers of groups as a table, with a line for each item by `ids`, answered or not. */
  csv(groups: NamedGroup[], ids?: string[]): string;
  issue(groups: NamedGroup[]): string;

  // features/gathered.js
  gather(files: SoundFile[], decided: Map<string, "one" | "apart">): Gathered[];
  /** A list of where files answer differently, if they do. */
  differing(members: SoundFile[]): HTMLElement[];
  questions(groups: Gathered[], decided: Map<string, "one" | "apart">, then: () => void): HTMLElement[];

  // features/merged.js
  /** Fills a place with the report; done when all of it is there. */
  merged(groups: NamedGroup[], differing: boolean, place: HTMLElement): Promise<void>;
  /** Does something with one after the other and lets the page be used meanwhile; at last with nothing. */
  slices<T>(held: T[], act: (one: T | undefined, place: number) => unknown): Promise<void>;

  // features/kept.js
  kept: { put(files: KeptFiles): Promise<boolean>; get(): Promise<KeptFiles | undefined> };

  // features/trial.js
  trial?: {
    start(load: (address: string) => Promise<unknown>): Promise<void>;
    failing(): string;
    keeps(): Promise<boolean>;
  };

  // features/twins.js; absent until it is needed
  /** Called by the script of a page: what its blocks say in the other language, by the key of their text. */
  twins?(page: { lang: string; blocks: string[]; scopes: string[] }, words: Record<string, string>): void;
  showTwins?(isWanted: boolean): void;

  // theme/conveniences.js
  carry(): void;
}

/** A line of a list: one element, or a row in each of several tables. */
interface ListEntry {
  elements: HTMLElement[];
  /** As it is compared, once it was. */
  text?: string;
  /** Facet → values, once they were asked for. */
  values?: Map<string, string[]>;
}

/** What a list is narrowed to. */
interface ListChoice {
  /** Facet → values, of which one is enough. */
  facets: Map<string, string[]>;
  words: string[];
}

/** One thing that was chosen; of words, they are value and title. */
interface ListChosen {
  name: string;
  value: string;
  legend: string;
  title: string;
}

/** The form above a list. */
interface ListForm {
  boxes: HTMLInputElement[];
  words: HTMLInputElement;
  select: HTMLSelectElement | null;
  sort: string;
  phrase(name: string, values?: Record<string, string | number>): string;
  choice(): ListChoice;
  chosen(): ListChosen[];
  drop(name: string, value: string): void;
  address(): string;
  take(address: string): boolean;
}

/**
 * Pages and their parts, each an entry; pages stand before their parts. Long texts, since as many objects take a browser
 * four times as long to read.
 */
interface SearchIndex {
  /** Where each is, a line each: a page, or a part of one behind a "#". */
  places: string;
  /** What each is called, its other names, a line each, and what it says, with "\f" between all of these. */
  words: string;
  /** Of what kind of record each is: a place in the table of kinds. */
  kind: number[];
  /** What each counts, 1 for most. */
  rank: number[];
  /** What kinds there are. */
  kinds?: [id: string, word: string][];
  /** Other names of what the glossary has → the forms that the handbook uses. */
  same?: Record<string, string[]>;
  /** Traditional characters, each before the simplified one. */
  simple?: string;
  /** Those of them that stand in the texts. */
  traditional?: string;
}

/** What the search has found. Title and text are HTML. */
interface SearchItem {
  location: string;
  title: string;
  /** The sentence in which most of the words stand; of what has none of them, how its text begins. */
  text: string;
  /** The kind of record, in words. */
  kind: string;
  score: number;
  /** Words of the query → whether it has them. */
  terms: Record<string, boolean>;
  /** What to mark on its page. */
  words: string[];
}

/** A kind of record, and how many entries of it a query finds, whichever kind was asked for. */
interface SearchKind {
  id: string;
  word: string;
  count: number;
}

/** To the search: the index, or where a script with it is; then queries, of one kind or of all, for all pages or some. */
type ToSearch =
  | { index: SearchIndex }
  | { entries: string }
  | { query: string; kind?: string; from?: number; to?: number };

/** What a query finds: a list a page, its own item first where it matches, and the kinds that there are among all. */
interface FromSearch {
  items: SearchItem[][];
  kinds: SearchKind[];
  /** How many entries it finds of the kind that was asked for. */
  number: number;
}

/** Of a worker. */
declare function importScripts(...urls: string[]): void;

interface Window {
  handbook: Handbook;
  handbookItems: HandbookItems;
  handbookTexts?: HandbookTexts;
  handbookMarks?: Record<string, HandbookMarks>;
  /** Where the script with a search index leaves it. */
  __index?: SearchIndex;
  /** Where the script with the pages of a language leaves them. */
  __pages?: [location: string, title: string][];
  /** All pages of the comparison, once they were asked for: tables, what each answer has folded away, sources by id. */
  handbookTables?: [tables: string, folded: string[], sources: [id: string, entry: string][]][];
  /** `list-….js`: the entries of a list's further pages, by the container in which they stand. */
  handbookFurther?: Record<string, string>;
}

/** A type of the form for editors, as macros/edit/form_types.py describes it. */
interface FormType {
  t: string;
  /** Of `ref`: the kind, "" for any. */
  kind?: string;
  /** Of `ref`: whether statements may be named too. */
  deep?: number;
  /** Of a model: its name. */
  is?: string;
  of?: FormType;
  /** Of `one`: value and word. */
  words?: [string, string][];
  keys?: FormType;
  least?: number;
  most?: number;
  /** Of a list: whether one may stand without it. */
  bare?: number;
}

/** A field of a model. */
interface FormField extends FormType {
  key: string;
  label: string;
  help: string;
  due?: number;
}

/** Keys and places in lists that lead to a value in a record. */
type FormPath = (string | number)[];

/** A value that is to be another; `#<id>` names the item of a list. */
interface FormEdit {
  record?: string;
  at: string[];
  old?: unknown;
  new?: unknown;
}

/** What is wrong, and where. */
interface FormFault {
  path: FormPath;
  text: string;
}

/** `form/<language>.js`: what the form knows at once. */
interface FormKnown {
  language: "zh" | "en";
  data: string;
  words: Record<string, string>;
  models: Record<string, FormField[]>;
  /** Word, model and layout of each kind. */
  kinds: Record<string, [string, string, string]>;
  files: string[];
  hosts: string[];
  /** Title, file and keys in it. */
  records: Record<string, [string, number, string[]]>;
  pages: Record<string, string>;
  inside: Record<string, string>;
  statements: Record<string, string>;
  /** Label, kind and codes of each question. */
  questions: Record<string, [string, string, Record<string, string>]>;
}

/** A record that is edited: as the data have it, and as it is to be. */
interface FormState {
  ref: string;
  /** Its model. */
  type: string;
  // Whatever a file of data/ may hold.
  // biome-ignore lint/suspicious/noExplicitAny: the types of records are data here
  old: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  now: any;
  /** Its file, "" for a new one. */
  path: string;
  /** Of a source that was begun from a fact: the list in which that cites it. */
  from?: FormSlot;
}

/** A value of a record, with how it is called. */
interface FormSlot {
  state: FormState;
  path: FormPath;
  type: FormType;
  label: string;
  help: string;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get: () => any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  set: (value: any) => void;
}
