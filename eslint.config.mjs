import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which folders of src a folder may import from: the data flows one way, and never back. */
const mayImport = {
  core: [],
  parallel: [],
  i18n: ['core'],
  markdown: ['core'],
  archive: ['core', 'markdown'],
  search: ['core', 'markdown', 'archive', 'parallel'],
  publish: ['core', 'markdown', 'archive', 'i18n'],
  import: ['core', 'markdown', 'archive', 'parallel'],
  export: ['core', 'markdown', 'archive'],
  contribute: ['core', 'markdown', 'archive', 'i18n'],
  components: ['core', 'i18n', 'components', 'client', 'contribute'],
  layouts: ['core', 'i18n', 'components', 'client', 'styles'],
  client: ['core', 'i18n'],
};

const folders = [
  'core',
  'parallel',
  'i18n',
  'markdown',
  'archive',
  'search',
  'publish',
  'import',
  'export',
  'contribute',
  'build',
  'components',
  'layouts',
  'client',
  'pages',
  'styles',
];

const oneWay = Object.entries(mayImport).map(([folder, allowed]) => {
  const forbidden = folders.filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`src/${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})/`,
              message: `src/${folder} may import from ${allowed.join(', ') || 'nothing else of src'} only: see "The shape of the code" in CONTRIBUTING.md.`,
            },
          ],
        },
      ],
    },
  };
});

/** What src/core must not touch, so that it is the same in a build, in a browser and in a test. */
const pure = {
  files: ['src/core/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(?:node:|astro|unified|\\.\\./\\.\\./)',
            message: 'src/core is pure: no disk, no Astro, no unified.',
          },
        ],
      },
    ],
    'no-restricted-globals': ['error', 'process', 'window', 'document', 'fetch'],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'src/core has no clock: take the time as an argument.' },
    ],
  },
};

export default defineConfig(
  { ignores: ['dist/', '.responsa/', '.astro/', 'node_modules/', 'tests/fixtures/', 'content/'] },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
    },
  },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
  ...oneWay,
  pure,
);
