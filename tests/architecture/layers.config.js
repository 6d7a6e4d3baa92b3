/** Who may import whom. A folder reaches only what its row lists (and itself); whatever has no row reaches nothing. */

const stage = (name) => `^src/engine/${name}/`;
const stages = ['bytes', 'rows', 'features', 'benefits', 'recommendations', 'texts', 'export'];

const engine = '^src/engine/';
const kernel = stage('kernel');
const presets = '^src/presets/';
const locales = '^src/locales/';
const project = '^src/project/';
const worker = '^src/worker/';
const contract = '^src/worker/contract\\.ts$';
const pool = '^src/worker/pool(\\.ts$|/)';
const app = '^src/app/';
const components = '^src/app/components/';
const views = '^src/app/views/';
const stores = '^src/app/stores/';
const composables = '^src/app/composables/';
const page = '^src/app/[^/]+$';
const server = '^src/server/';
const cli = '^src/cli/';

/** `types`: reachable by `import type` only. */
export const table = [
  { name: 'kernel', from: kernel, values: [] },
  ...stages.map((name, index) => ({
    name,
    from: stage(name),
    values: [kernel, ...stages.slice(0, index).map(stage)],
  })),
  // Accumulating files into features: not a stage, so no stage may know it; the pipeline does.
  {
    name: 'ingest',
    from: stage('ingest'),
    values: [kernel, ...['bytes', 'rows', 'features'].map(stage)],
  },
  // The same rows one client at a time, for engines that distribute: beside the stages, as ingest is.
  {
    name: 'stream',
    from: stage('stream'),
    values: [kernel, ...stages.map(stage), stage('ingest')],
  },
  { name: 'pipeline', from: '^src/engine/pipeline\\.ts$', values: [engine] },
  { name: 'presets', from: presets, values: [], types: [engine] },
  { name: 'locales', from: locales, values: [] },
  // The person's work as data: pure, and read with the engine's own readers.
  { name: 'project', from: project, values: [engine] },
  // The entries put a worker's program together: they alone hand the presets to it.
  {
    name: 'worker-entries',
    from: '^src/worker/[^/]*entry\\.ts$',
    values: [worker, engine, presets, project],
  },
  { name: 'worker', from: '^src/worker/(?![^/]*entry\\.ts$)', values: [worker, engine, project] },
  {
    name: 'components',
    from: components,
    values: [kernel, locales, composables],
    types: [engine],
  },
  // The components' helpers: not a way round what components may reach.
  { name: 'composables', from: composables, values: [kernel, locales], types: [engine] },
  { name: 'views', from: views, values: [components, stores, locales, composables] },
  {
    name: 'stores',
    from: stores,
    values: [contract, pool, presets, `${project}(journal|decode-text|manifest)\\.ts$`],
    types: [engine, project],
  },
  // main.ts and App.vue put the page together.
  { name: 'page', from: page, values: [app, worker, presets, locales], types: [engine] },
  { name: 'server', from: server, values: [engine, presets, locales, worker] },
  // `vygoda serve`: the one program of dist-node is assembled in main.ts, so that file alone sees the server.
  {
    name: 'cli-main',
    from: `${cli}main\\.ts$`,
    values: [cli, server, engine, presets, locales, worker],
  },
  {
    name: 'cli',
    from: `${cli}(?!main\\.ts$)`,
    values: [engine, presets, locales, worker, project],
  },
  { name: 'cluster', from: '^src/cluster/', values: [engine, presets, locales, worker] },
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const byTable = table.flatMap(({ name, from, values, types = [] }) => [
  forbid(
    `${name}-reaches`,
    `${name} imports only what its row of the table lists.`,
    { path: from },
    { path: '^src/', pathNot: [from, ...values, ...types] },
  ),
  ...types.map((path) =>
    forbid(
      `${name}-types-only`,
      `${name} takes types from here, with "import type"; values come as arguments.`,
      { path: from },
      { path, pathNot: [from, ...values], dependencyTypesNot: ['type-only'] },
    ),
  ),
]);

const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    ...byTable,
    forbid(
      'no-row',
      'Every folder has a row in the table of tests/architecture/layers.config.js.',
      { path: '^src/', pathNot: table.map(({ from }) => from) },
      {},
    ),
    forbid(
      'pure',
      'The engine and its data run anywhere: no package, nothing of Node.',
      { path: [engine, presets, locales, project] },
      { dependencyTypes: [...packages, 'core'] },
    ),
    forbid(
      'node-on-the-page',
      'Only the Node programs have Node; in worker/ such files are called node-*.ts.',
      { path: [app, worker], pathNot: '/node-[^/]+\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'development-only',
      'What ships may not need a development dependency.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    ),
    forbid('circular', 'Data flows one way.', {}, { circular: true }),
    forbid(
      'orphan',
      'Nothing imports this and it imports nothing.',
      { orphan: true, pathNot: '\\.d\\.ts$|service-worker\\.ts$' },
      {},
    ),
    forbid('unresolvable', 'This file or package is not there.', {}, { couldNotResolve: true }),
    forbid('from-tests', 'What ships does not need tests.', { path: '^src/' }, { path: '^tests/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'tsconfig[^/]*\\.json$|/README\\.md$' },
    // Types count: a layer must not even know the shape of what is above it.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'tsd'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.vue', '.d.ts', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

export default config;
