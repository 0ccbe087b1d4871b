/** Written by `python -m components.values` from the TypedDicts beside the widgets: change them, not this. */

export interface Length {
  name: string;
  sixteenths: number;
}

export interface Notes {
  pitches: string[];
  lengths: Length[];
  first: number;
  end: number;
}

export interface Facts {
  colours: string[];
  palette: string[];
  first_colour: number;
  caption_tokens: number;
  pixels: number;
  side: number;
  seeds: number;
  characters: number;
  frames: number;
  notes: Notes;
}

export interface Shown {
  text: string;
  tab: string;
  planted: string;
  says: string;
  clips: string[];
}

export interface ShownChapter {
  title: string;
  about: string;
  entries: Shown[];
}

export interface ExamplesValue {
  chapters: ShownChapter[];
  known: boolean;
}

export interface HeaderValue {
  about: string;
  endpoints: string[];
  apart: boolean;
}

export interface Part {
  text: string;
  means: string;
}

export interface HeadingValue {
  place: string;
  question: string;
  intro: Part[];
}

export interface SourceLines {
  path: string;
  line: number;
  text: string;
}

export interface HowValue {
  formula: string;
  sources: SourceLines[];
}

export interface Entry {
  tab: string;
  title: string;
  group: string;
  place: string;
  question: string;
}

export interface NavValue {
  entries: Entry[];
}

export interface OnwardValue {
  tab: string;
  says: string;
  question: string;
}

export interface PrintValue {
  views: Record<string, string>;
  moving: string[];
  always: string[];
  python: Record<string, string>;
  folder: string;
  sizes: string[];
  forms: string[];
}

export interface Limits {
  field: string;
  low: number;
  high: number;
  whole: boolean;
  says: string;
}

export interface About {
  values: Record<string, number | string | boolean>;
  texts: Record<string, string>;
  counts: Record<string, number>;
  limits: Record<string, Limits>;
  uses_token: boolean;
  uses_changes: boolean;
  once: boolean;
  follows: boolean;
  first: string;
}

export interface Restored {
  tab: string;
  text: string;
  token: number | null;
  edits: string[];
  edited: boolean;
  views: Record<string, About>;
  whole: number[];
}

export interface StatusValue {
  tab: string;
  key: string;
  message: string;
  shows: Record<string, unknown> | null;
}

export interface TokenChipsValue {
  ids: number[];
  pieces: string[];
  kinds: string[];
  limit: number;
  message: string;
  hint: string;
  careful: string;
  familiar: number | null;
  as_caption: number | null;
}

export interface ArgueValue {
  card: string;
  measured: boolean;
  sides: string[];
  facts: Record<string, number>;
}

export interface Habits {
  previous: number;
  first: number;
  itself: number;
}

export interface AttentionMapValue {
  cells: string;
  pieces: string[];
  layer: number;
  head: number;
  through: number;
  habits: Habits;
  role: string | null;
  most: string;
  score: number;
}

export interface ChartValue {
  figure: unknown;
  title: string;
  say: string;
  file: string;
}

export interface SureValue {
  value: number;
  low: number;
  high: number;
  n: number;
}

export interface ClaimRow {
  name: string;
  said: SureValue;
  told: number | null;
}

export interface CopiedValue {
  start: number;
  end: number;
  source: string;
}

export interface MadeValue {
  kind: string;
  asked: string;
  bits: number;
  seed: number;
  temperature: number;
  text: string;
  copied: CopiedValue[];
  cells: number[];
  notes: [number | null, number][];
  bar: number;
}

export interface GridValue {
  names: string[];
  shares: number[][];
  told: boolean[][];
  n: number;
}

export interface ClaimPart {
  name: string;
  rows: ClaimRow[];
  unit: string;
  most: number;
  made: MadeValue[];
  grid: GridValue | null;
}

export interface SeenValue {
  text: string;
  hits: number;
  n: number;
}

export interface ClaimValue {
  card: string;
  parts: ClaimPart[];
  facts: Record<string, number>;
  holds: boolean;
  answer: number;
  because: SeenValue[];
}

export interface Face {
  id: number;
  piece: string;
  kind: string;
  p: number;
  raw: number;
  appendable: boolean;
}

export interface Others {
  count: number;
  p: number;
  raw: number;
}

export interface Roll {
  id: number;
  piece: string;
  kind: string;
  p: number;
  raw: number;
  appendable: boolean;
  rank: number;
  spot: number[];
}

export interface DieValue {
  faces: Face[];
  others: Others;
  n: number;
  full: boolean;
  before: string;
  after: string;
  cuts: number;
  next: Roll;
  thrown: Roll[];
}

export interface HeadGridValue {
  shape: number[];
  bytes: string;
  tokens: number;
}

export interface HelpValue {
  name: string;
  effect: [SureValue, SureValue];
  cost: [SureValue, SureValue] | null;
  unit: string;
  recorded: boolean;
}

export interface MendedValue {
  card: string;
  measured: boolean;
  helps: HelpValue[];
}

export interface NextTokensValue {
  faces: Face[];
  others: Others;
  n: number;
  tally: number[];
  kept: number;
  temperature: number;
  top_k: number;
  top_p: number;
}

export interface OwnCaseValue {
  card: string;
  case: string;
  measured: boolean;
  part: ClaimPart | null;
  message: string;
}

export interface Offer {
  caption: string;
  start: string;
  temperature: number;
  seed: number;
  painted: number[];
  paid: number[];
}

export interface Strokes {
  run: number;
  first: number;
  colours: number[];
  bits: number[];
}

export interface ColourFace {
  colour: number;
  name: string;
  p: number;
  raw: number;
}

export interface PixelDieValue {
  pixel: number;
  colour: number | null;
  faces: ColourFace[];
}

export interface RollsValue {
  faces: Face[];
  others: Others;
  n: number;
  before: string;
  full: boolean;
  thrown: Roll[];
}

export interface SurpriseValue {
  tokens: string[];
  bits: (number | null)[];
  bytes: number;
}

export interface TensorValue {
  name: string;
  what: string;
  signed: boolean;
  layer: number;
  shape: number[];
  axes: string;
  rows: number;
  values: string;
  keys: string[] | null;
  piece: string;
  at: number;
  counts: number[];
  edges: number[];
  mean: number;
  std: number;
  zeros: number;
  made: SourceLines;
}

export interface PixelLookValue {
  pixel: number;
  colour: number | null;
  shape: number[];
  rows: string;
  back: string;
  pads: number;
  pieces: string[];
}

export interface HeadStepsValue {
  layer: number;
  head: number;
  pieces: string[];
  q: string;
  k: string;
  v: string;
  z: string;
  scores: string;
  writes: string;
  raises: string[][];
}

export interface Ability {
  kind: string;
  bar: number;
  right: number;
  of: number;
  low: number;
  high: number;
  by_hand: number;
  of_hand: number;
}

export interface AbilitiesValue {
  rows: Ability[];
  forgotten: number;
  was: number;
  now: number;
  numbers: number;
  weights: number;
  kilobytes: number;
  taught: [string, string][];
}

export interface ChatRead {
  head: string[];
  asked: string[];
  fallen: number;
  tokens: number;
  familiar: number | null;
}

export interface ChatFace {
  id: number;
  piece: string;
  p: number;
}

export interface ChatToken {
  id: number;
  piece: string;
  p: number;
  kind: string;
  ends: number;
  others: ChatFace[];
}

export interface ChatSaid {
  run: number;
  read: ChatRead | null;
  firsts: number[];
  tokens: ChatToken[][];
  over: boolean;
  message: string;
}

export interface Side {
  pieces: string[];
  differs: boolean[];
  fell: string;
  weights: string;
  layer: number;
  head: number;
  colours: number[];
}

export interface Moved {
  piece: string;
  a: number;
  b: number;
}

export interface CompareValue {
  shows: 'dice' | 'attention' | 'paint' | 'none';
  a: Side;
  b: Side;
  faces: Moved[];
  bits: number | null;
  spot: number;
  by_second: boolean;
  message: string;
}

export interface NoteFace {
  id: number;
  piece: string;
  p: number;
  raw: number;
  fell: boolean;
}

export interface OneDie {
  faces: NoteFace[];
  others: number;
  entropy: number;
}

export interface NoteDieValue {
  place: number;
  pitch: OneDie;
  length: OneDie | null;
  whole: string;
  bits: number[];
}

export interface NoteLookValue {
  place: number;
  shape: number[];
  rows: string;
  pieces: string[];
  before: number;
}

export interface Asked {
  mood: string;
  tempo: string;
  metre: string;
  key: string;
}

export interface TuneToken {
  id: number;
  piece: string;
  bits?: number;
  die?: string;
  hand?: boolean;
}

export interface TuneOffer {
  caption: string;
  start: string;
  asked: Asked;
  metre: string;
  bar: number;
  beats: number;
  untaught: string[];
  given: TuneToken[];
  temperature: number;
  seed: number;
  room: number;
}

export interface Composed {
  run: number;
  first: number;
  tokens: TuneToken[];
  over: boolean;
}

export interface BothValue {
  figure: unknown;
}

export interface Corpora {
  sides: string[][];
  kinds: string[][];
  unseen: string[];
  prompt: string;
  ask: string[];
  steps: number;
  layers: number;
  width: number;
  parts: number;
}

export interface Packed {
  file: string | null;
  trouble: string;
}

export interface TwoFace {
  id: number;
  piece: string;
  chances: number[];
}

export interface TwoDice {
  prompt: string;
  faces: TwoFace[];
  tokens: number;
  far: number;
}

export interface MovedDie {
  before: string[];
  piece: string;
  chances: [number, number];
  far: number;
}

export interface CopiedSpan {
  start: number;
  length: number;
  times: number;
  row: number;
}

export interface TwoSample {
  tokens: [string, number][];
  spans: CopiedSpan[];
}

export interface Differences {
  moved: MovedDie[];
  prompt: string;
  said: TwoSample[][];
  figures: Record<string, number[]>;
  holds: boolean | null;
  answer: number;
}

export interface RecordedRun {
  seed: number;
  tenths: number;
  figures: Record<string, number[]>;
  holds: boolean;
}

export interface FindingValue {
  experiment: string;
  shown: string[];
  runs: RecordedRun[];
}

export interface EndOfPrompt {
  length: number;
  pieces: string[];
  times: number;
  rows: number;
}

export interface Origin {
  ngrams: EndOfPrompt[];
  length: number;
  rows: number[];
  of: number;
}

export interface Branch {
  id: number;
  piece: string;
  p: number;
}

export interface Fork {
  path: number[];
  branches: Branch[];
}

export interface Way {
  name: 'greedy' | 'rolled' | 'beam';
  ids: number[];
  text: string;
  logprob: number;
}

export interface NextRollsValue {
  nodes: Fork[];
  ways: Way[];
}

export interface Compared {
  piece: string;
  id: number;
  count: number;
  data: number;
  ngram: number;
  model: number;
}

export interface ThreeDiceValue {
  rows: Compared[];
  ending: string[];
  times: number;
  sample: number;
  ngram_bits: number;
  model_bits: number;
}

export interface Near {
  id: number;
  piece: string;
  kind: string;
  cosine: number;
}

export interface Family {
  name: string;
  shown: Near[];
  pairs: number;
  tried: number;
  first: number;
  alone: number;
  best: number[] | null;
}

export interface AnalogyValue {
  given: Near[];
  nearest: Near[];
  alone: Near;
  families: Family[];
}

export interface NearestValue {
  piece: string;
  nearest: Near[];
  here: Near[];
  n_others: number;
  median: number;
}

export interface PathsValue {
  piece: string;
  at: number[];
  own: number;
  around: [string[], string[]][];
  stations: number;
  places: string;
  shares: number[];
  alike: number[];
}

export interface DrawnTable {
  cells: string;
  limit: number;
  alike: Record<string, string>;
  similar: string;
  by_distance: string;
}

export interface PositionTableValue {
  cells: string;
  limit: number;
  alike: Record<string, string>;
  similar: string;
  by_distance: string;
  rows: number;
  thin: number;
  thin_pairs: number;
  shape: number[];
  width: number;
  start: number;
  waves: DrawnTable;
  numbers: string;
  curves: unknown;
}

export interface PositionNumbers {
  numbers: number;
  learned: string;
  waves: string;
}

export interface VectorSumValue {
  piece: string;
  id: number;
  at: number;
  limit: number;
  token: string;
  position: string;
  embed: string;
}

export interface VocabularyMapValue {
  id: number;
  nearest: number[];
  table: string;
}

export interface Unread {
  n: number;
  all: number;
  sample: number;
}

export interface PixelColour {
  name: string;
  id: number;
  own: number;
  median: number;
  rank: number;
}

export interface VocabularyTable {
  coordinates: string;
  shares: number[];
  channels: number;
  pieces: string[];
  kinds: string;
  named: number[];
  unread: Unread | null;
  tsne: string;
  near: number;
  kept: number[];
  colours: PixelColour[];
}

export interface AreasValue {
  total: number;
  known: Record<string, number>;
  figures: Record<string, unknown>;
}

export interface Said {
  piece: string;
  id: number;
  p: number;
}

export interface StationSays {
  name: string;
  top: Said[];
  answer: number;
  rank: number;
}

export interface HalfWayValue {
  rows: StationSays[];
  piece: string;
}

export interface Opens {
  attention: number;
  network: number;
}

export interface MachineValue {
  names: string[];
  stream: string;
  lengths: number[];
  added: number[];
  says: Said[];
  piece: string;
  opens: Opens;
}

export interface TextExample {
  pieces: string[];
  at: number;
  value: number;
}

export interface PictureExample {
  caption: string;
  pixels: number[];
  pixel: number;
  value: number;
}

export interface Neuron {
  neuron: number;
  value: number;
  promotes: string[];
  examples: (TextExample | PictureExample)[];
}

export interface NeuronsValue {
  layer: number;
  piece: string;
  rows: Neuron[];
  fire: number;
  count: number;
  activation: string;
  searched: number;
}

export interface LookAnswer {
  said: [string, number][];
  text: string;
  pieces: string[];
  looks: number[];
  copied: [number, number] | null;
}

export interface LookAnswers {
  question: string;
  place: number;
  found: LookAnswer;
  none: LookAnswer;
  planted: LookAnswer;
  passage: string;
  lie: string;
}

export interface AskingValue {
  questions: string[];
}

export interface LookHit {
  place: number;
  score: number;
  parts: [string, number][];
  kind: string;
  name: string;
  text: string;
}

export interface LookUp {
  question: string;
  by: string;
  of: number;
  own: number;
  hits: LookHit[];
}

export interface LookTally {
  n: number;
  right: number;
  copied: number;
  low: number;
  high: number;
  answers: [number, boolean][];
}

export interface MeasuredValue {
  run: number;
  of: number;
  done: number;
  tallies: Record<string, LookTally>;
  message: string;
}

export interface FillValue {
  pieces: string[];
}

export interface FilledHole {
  place: number;
  piece: string;
  p: number;
  right: boolean;
}

export interface FilledText {
  pieces: string[];
  filled: FilledHole[];
  left: FilledHole[];
}

export interface HoleFace {
  piece: string;
  kind: string;
  p: number;
  true: boolean;
}

export interface HoleSide {
  faces: HoleFace[];
  others: number;
  true: number;
  rank: number;
  bits: number;
}

export interface HoleValue {
  place: number;
  chosen: boolean;
  pieces: string[];
  back: HoleSide;
  both: HoleSide;
  backs: number[];
  boths: number[];
}

export interface MapsValue {
  back: string;
  both: string;
  pieces: string[];
  place: number;
  layer: number;
  head: number;
  heads: number;
  layers: number;
  right: number;
}

export interface HolesMeasured {
  name: string;
  n: number;
  back: [number, number, number, number];
  both: [number, number, number, number];
}

export interface MaskMeasuredValue {
  n: number;
  pictures: number;
  bits: number[];
  texts: HolesMeasured[];
  repaired: HolesMeasured[];
}

export interface RepairValue {
  captions: string[];
  colours: string[];
}

export interface Repaired {
  places: number[];
  colours: number[];
  chances: number[];
  right: number;
}

export interface RepairedPicture {
  caption: string;
  colours: number[];
  hidden: number[];
  back: Repaired;
  both: Repaired;
}

export interface Fit {
  caption: string;
  kind: string;
  bits: number;
  share: number;
  pixels: string;
}

export interface BackwardsValue {
  run: number;
  caption: string;
  colours: number[];
  digit: number | null;
  rows: Fit[];
  of: number;
  over: boolean;
  message: string;
  refused: string;
}

export interface Together {
  first: number;
  pixel: number;
  colours: number[];
  bits: number[];
}

export interface AlbumValue {
  run: number;
  together: Together[];
  over: boolean;
  message: string;
}

export interface FiringExample {
  picture: number;
  pixel: number;
  value: number;
}

export interface FiringNeuron {
  neuron: number;
  mean: number;
  share: number;
  patch: string;
  same: string;
  examples: FiringExample[];
}

export interface FiringLayer {
  explained: number[];
  neurons: FiringNeuron[];
}

export interface FormsValue {
  layers: FiringLayer[];
  pictures: string[];
  searched: number;
  back: number;
  average: string;
  average_same: string;
  names: string[];
  way: string;
}

export interface HandsValue {
  run: number;
  together: Together[];
  over: boolean;
  message: string;
  fingers: number[];
  data: number[];
}

export interface Tile {
  digit: number;
  read: number;
  bits: number;
  least: number;
  caption: string;
  picture: string;
}

export interface RecogniseValue {
  run: number;
  first: number;
  tiles: Tile[];
  over: boolean;
  n: number;
  hits: number;
  low: number;
  high: number;
  guessed: boolean;
  bits: number;
  confused: number[];
}

export interface LadderRung {
  name: string;
  low: number;
  high: number;
}

export interface LadderValue {
  measures: Record<string, LadderRung[]>;
  aloud: Record<string, number[]>;
  flops: number | null;
}

export interface LawPoint {
  weights: number;
  tokens: number;
  flops: number;
  seeds: number;
  bits: number;
  low: number;
  high: number;
}

export interface LawLine {
  a: number;
  alpha: number;
}

export interface LawValue {
  points: LawPoint[];
  line: LawLine | null;
  next: number;
  last: LawPoint[];
  predicted: number;
  seconds: [number, number];
}

export interface MovedFace {
  id: number;
  piece: string;
  before: number;
  after: number;
}

export interface NeuronValue {
  layer: number;
  neuron: number;
  piece: string;
  inputs: string;
  weights: string;
  old_weights: string;
  bias: number;
  old_bias: number;
  sum: number;
  fires: number;
  old_fires: number;
  activation: string;
  strongest: number;
  faces: MovedFace[];
  changed: string[];
}

export interface ParametersValue {
  parts: Record<string, number>;
  total: number;
  layers: number;
  tied: boolean;
  bytes: number;
  flops: number | null;
  sizes: Record<string, number>;
  ours: boolean;
}

export interface DoorsValue {
  pieces: string[];
  weights: string;
  layer: number;
  head: number;
  bits: number[];
  untaught: number;
  claims: string[];
  chapters: string[];
}

export interface PaintingValue {
  caption: string;
  colours: number[];
  shares: string;
  picture: number;
}

export interface StageValue {
  pieces: string[];
  kinds: string[];
  faces: Face[];
  others: Others;
  guesses: number;
  next: Roll;
  full: boolean;
  seed: number;
}

export interface ReadEdit {
  kind: string;
  fields: Record<string, string>;
  piece: string | null;
}

export interface BannerValue {
  said: Record<string, ReadEdit>;
  pieces: string[];
  refused: string[];
}

export interface Sizes {
  layers: number;
  heads: number;
}

export interface Changed {
  id: number;
  piece: string;
  before: number;
  after: number;
  change: number;
}

export interface Continued {
  before: string[];
  after: string[];
}

export interface Mattered {
  token: string;
  id: number;
  logprob: number;
  cells: string;
}

export interface TakeAwayValue {
  ids: number[];
  pieces: string[];
  sizes: Sizes;
  forms: Record<string, string>;
  axes: Record<string, string[]>;
  said: Record<string, ReadEdit>;
  edits: string[];
  refused: Record<string, string>;
  message: string;
  tokens: Changed[];
  slopes: unknown;
  divergence_bits: number;
  continued: Continued;
  effects: Mattered | null;
}

export interface NothingTaken {
  message: string;
  edits: string[];
}

export interface Pieces {
  pieces: string[];
}

export interface ReadOut {
  step: number;
  rounded: string[];
  dice: Record<string, [string, number][]>;
  story: string;
  beginning: string;
  written: [string, number][];
  pictures: Record<string, string>;
  fingers: number[];
  roles: Record<string, number[][]>;
}

export interface Point {
  step: number;
  right: number;
  asked: number;
  low: number;
  high: number;
}

export interface Curve {
  key: string;
  name: string;
  points: Point[];
}

export interface Event {
  step: number;
  says: string;
}

export interface HistoryData {
  lines: ReadOut[];
  whole: number[];
  ends_here: boolean;
  curves: Curve[];
  events: Event[];
  roles: Record<string, string>;
  clear: number;
  first: Record<string, number>;
}

export interface Column {
  step: number;
  faces: [string, number][];
}

export interface OverValue {
  run: number;
  text: string;
  of: number;
  over: boolean;
  message: string;
  columns: Column[];
}

export interface Pictured {
  step: number;
  pixels: string;
}

export interface PaintedValue {
  run: number;
  text: string;
  of: number;
  over: boolean;
  message: string;
  seed: number;
  columns: Pictured[];
}

export interface CutInfo {
  name: 'characters' | 'words' | 'pieces';
  count: number;
  pieces: string[];
  spans: [number, number][];
  hex: string[];
  codes?: string[];
  ids?: number[];
  kinds?: string[];
}

export interface CutsValue {
  rows: CutInfo[];
  as_bytes: number;
}

export interface MergeStep {
  rank: number;
  pieces: string[];
  places: number[];
  often: number | null;
}

export interface MergeStepsValue {
  start: string[];
  words: number[];
  names: boolean[];
  steps: MergeStep[];
  drawn: number;
  bytes: number;
  n_merges: number;
  sample: number | null;
}

export interface NotMerged {
  message: string;
}

export interface CutCounts {
  tokens: number;
  model_tokens: number;
}

export interface Learned {
  rank: number;
  pieces: string[];
  made: number;
}

export interface LearnedFrom {
  characters: number;
  bytes: number;
  tokens: number;
}

export interface OwnTokenizerValue {
  tokens: string[];
  model_tokens: string[];
  counts: CutCounts;
  bytes: number;
  asked: number;
  entries: number;
  model_entries: number;
  model_names: number;
  alike: boolean;
  merges: Learned[];
  n_merges: number;
  least: number;
  most: number;
  lengths: [number, number][];
  sample: LearnedFrom;
}

export interface NotLearned {
  message: string;
}

export interface Rung {
  rank: number;
  pieces: string[];
}

export interface Entry {
  id: number;
  piece: string;
}

export interface Detail {
  piece: string;
  kind: string;
  hex: string;
  n_bytes: number;
  spaced: boolean;
  steps: Rung[];
  beside: Entry[];
}

export interface TokenCardValue {
  ids: number[];
  details: Record<string, Detail>;
  n_merges: number;
  of_bytes: boolean;
  n_tokens: number;
}

export interface Cost {
  name: 'bytes' | 'code_points' | 'words' | 'pieces';
  count: number;
  bytes_per_token: number;
  share: number;
  weights: number;
  vocabulary: number | null;
}

export interface TokenCostsValue {
  ways: Cost[];
  context: number;
}

export interface LossesValue {
  figure: unknown;
}

export interface BatchRow {
  pieces: string[];
  chances: (number | null)[];
}

export interface MicroscopeValue {
  name: string;
  shot: number;
  taken: number;
  most: number;
  rule: string;
  rate: number;
  loss: number;
  before: number;
  after: number;
  slope: number;
  mean: number | null;
  size: number | null;
  moved: number;
  weights: number;
  shapes: Record<string, [number, number]>;
  matrix: string;
  place: [number, number];
  rows: BatchRow[];
  figure: unknown;
  trouble: string;
}

export interface StepAsked {
  name: string;
  shot: number;
  taken: number;
  rule: string;
  matrix: string;
  row: number | null;
  column: number | null;
}

export interface ReadsValue {
  weights: number;
  share: number;
}

export interface Heads {
  pieces: string[];
  shape: number[];
  packed: string;
}

export interface TrainingEvent {
  begun?: boolean;
  steps?: number;
  weights?: number;
  tokens?: number;
  guess?: number;
  counted?: number | null;
  best?: number | null;
  beginning?: string;
  caption?: string;
  shots?: number[];
  step?: number;
  losses?: number[];
  norms?: number[];
  seconds?: number;
  unseen?: number;
  per_byte?: number;
  right?: number;
  guessed?: [number, number];
  verdict?: string;
  since?: number;
  lowest?: number;
  shot?: number;
  said?: [string, number][];
  die?: [string, number][];
  heads?: Heads;
  picture?: string;
  moved?: Record<string, number>;
  ended?: boolean;
  stopped?: boolean;
  failed?: string;
}

export interface TrainingState {
  events: TrainingEvent[];
  after: number;
  running: boolean;
  ended: boolean;
  before: number;
  seconds: number;
  length: number;
  together: boolean;
  watch: string | null;
}

export interface TuneBegun {
  beginning: string;
  orwell: string;
  weights: number;
  of: number;
  steps: number;
}

export interface TuneLook {
  step: number;
  seconds: number;
  faces: [string, number, number][];
  said: [string, number][];
  per_byte: number;
  sums: Record<string, number[][]>;
  dice: [string, string, number][];
  moved: Record<string, number>;
}

export interface TunedBoth {
  prompt: string;
  mix: number;
  faces: [string, number, number][];
  said: [string, number][][];
  far: number;
}

export interface TuneNumbers {
  all: number;
  ranks: number[];
  examples: [string, string][];
}

export interface VotedBegun {
  votes: number;
  leash: number;
  rule: string;
  favoured: [string, number, number, number][];
}

export interface VotedTold {
  wanted: string;
  more: number;
  less: number;
  of: number;
  share: [number, number, number] | null;
  counts: [string, number, number][];
  bits: number;
  lost: [string, number][];
  different: [number, number];
  again: [number, number];
  some: [string, string, string][];
}

export interface VotedDie {
  prompt: string;
  faces: [string, number, number][];
}

export interface VotedLook {
  per_byte?: number;
  told?: VotedTold;
  step: number;
  seconds: number;
  margin: number;
  agrees: number;
  dice: VotedDie[];
}

export interface Two {
  prompt: string;
  seed: number;
  said: string[];
  ids: number[][];
}

export interface Ballot {
  prompt: string;
  chosen: number[];
  rejected: number[];
  said: string[];
}

export interface VotedTogether {
  urn: string;
  votes: number;
  people: number;
  tuning: string;
}

export interface Try {
  words: number;
  ended: boolean;
  ids: number[];
}

export interface FiftyValue {
  run: number;
  asked: number | null;
  tries: Try[];
  over: boolean;
  message: string;
}

export interface Alternative {
  id: number;
  piece: string;
  p: number;
}

export interface Token {
  id: number;
  piece: string;
  p: number;
  kind: string;
  ends: number;
  others: Alternative[];
}

export interface SidesValue {
  run: number;
  tokens: Token[][];
  over: boolean;
  message: string;
}

export interface FoundLine {
  before: string;
  run: string;
  after: string;
  source: string;
}

export interface FoundRun {
  start: number;
  length: number;
  times: number;
  text: string;
  lines: FoundLine[];
}

export interface Found {
  run: number;
  words: number;
  asked: number | null;
  runs: FoundRun[];
  covered: boolean[];
  unseen: number;
  of_unseen: number;
  sample: number;
  by_hand: number;
  read: number | null;
  megabytes: number;
}

export interface Loaded {
  ends: number;
  others: Alternative[];
}

export interface Written {
  run: number;
  first: number;
  tokens: Token[];
  over: boolean;
  full: boolean;
  branch?: number;
  message?: string;
  next?: Loaded;
}
