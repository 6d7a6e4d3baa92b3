import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing is called the same everywhere.',
};

/** Files that may be longer than the rest, each with its reason. */
const longFiles = JSON.parse(
  readFileSync(new URL('tests/architecture/long-files.json', import.meta.url), 'utf8'),
);

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-node/',
      'coverage/',
      'test-results/',
      'public/',
      'src/engine/ingest/assembly/*.ts',
      'build/*.d.mts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  ts.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],

  {
    files: ['**/*.{ts,vue}'],
    languageOptions: {
      parserOptions: {
        parser: ts.parser,
        // Each tsconfig.json of the build is a project of its own; the service finds the nearest.
        project: ['src/*/tsconfig*.json', 'tests/tsconfig.json'],
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Spelling out `Uint8Array<ArrayBufferLike>` is documentation, not noise.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // `table[i]!` states what a loop's bounds already prove.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { globals: globals.browser },
    rules: {
      // vue-tsc knows the names of every world better than a list of globals.
      'no-undef': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-v-html': 'error',
      // Words come from src/locales.
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-undef-components': 'error',
      'vue/no-static-inline-styles': 'error',
      // Prettier's business.
      // An optional prop of a typed component is undefined when it is left out.
      'vue/require-default-prop': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
  {
    // ESLint takes what a .vue file exports for `any`; vue-tsc knows its type and checks these.
    files: ['src/app/**', 'tests/app/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    ignores: Object.keys(longFiles),
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src/engine/**'], rules: { 'no-console': 'error' } },
  // A global that `new` works on can only be declared by `var`.
  { files: ['**/*.d.ts'], rules: { 'no-var': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['tests/bench/contenders/page/*.js'],
    languageOptions: { globals: globals.worker },
  },
);
