import tseslint from 'typescript-eslint';

const TIME = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock.' },
];
const NUMBERS = [
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money and rates are Decimal or Money.' },
  {
    selector: "CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
    message: 'Money and rates are Decimal or Money.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', '.data', '**/*.cjs', '**/*.mjs', 'sdk/dist', 'sdk/src/generated'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.console.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A DTO class is a shape for Swagger and class-validator; nobody asks `instanceof` of it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // `this: void` says that a static presenter may be passed about.
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // A type parameter that names the one event or body of a call makes its errors readable.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Nest modules are empty classes that carry a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      'no-restricted-syntax': ['error', ...TIME, ...NUMBERS],
    },
  },
  {
    // The one place that reads the time.
    files: ['src/kernel/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NUMBERS] },
  },
  {
    // What runs at the caller's has no Clock of ours.
    files: ['sdk/src/**', 'console/**'],
    rules: { 'no-restricted-syntax': ['error', ...NUMBERS] },
  },
  {
    // Mostly SQL, which is longer written down than in one's head.
    files: ['migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines-per-function': 'off',
      // Type-only imports of what is loaded from dist/ at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
);
