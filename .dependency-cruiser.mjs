/**
 * The one table of layers (see CONTRIBUTING.md): what each layer of `src` may import besides itself. Imports are
 * resolved, so no spelling of a path goes round it; imports of types count, and circles are errors.
 */
const layers = {
  core: [],
  protocol: ['core'],
  app: ['core', 'protocol'],
  'hosts/node': ['core', 'protocol', 'app'],
  'hosts/vscode': ['core', 'protocol', 'app'],
  webview: ['core', 'protocol'],
  features: ['core', 'protocol', 'app', 'hosts/vscode'],
};

/** Layers that know no VS Code. */
const withoutVsCode = ['core', 'protocol', 'app', 'webview', 'hosts/node'];
/** All that may know Node. */
const node = '^src/(hosts/node/|main\\.(node|lab)\\.ts$)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Neither of two files that import each other can be read alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `layer-${layer}`,
      comment: `src/${layer} imports only ${[layer, ...allowed].join(', ')} of src.`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
    })),
    {
      name: 'worlds-apart',
      comment: 'What is the same for all worlds knows none of them: only main.* does.',
      severity: 'error',
      from: { path: '^src/extension\\.ts$' },
      to: { path: '^src/(main\\.|hosts/(?!vscode/))' },
    },
    {
      name: 'features-apart',
      comment: 'Features never import one another: they call commands.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'pages-apart',
      comment: 'A page imports what pages share, never another page.',
      severity: 'error',
      from: { path: '^src/webview/([^/]+)/' },
      to: { path: '^src/webview/', pathNot: '^src/webview/($1|shared|items)/' },
    },
    {
      name: 'pure',
      comment: 'The domain and the program run in any host.',
      severity: 'error',
      from: { path: `^src/(${withoutVsCode.join('|')})/` },
      to: { path: '^vscode$' },
    },
    {
      name: 'pure-of-node',
      comment: 'What runs in a browser as well knows no Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: node },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolved',
      comment: 'An import that cannot be resolved is not checked.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
