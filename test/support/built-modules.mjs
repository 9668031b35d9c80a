import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Jest gives each test file a registry of modules of its own: the platform would be read, compiled and evaluated anew for
 * every file, and never get warm. Tests change no module; so an import of the platform or of a package is handed, here, what
 * Node itself has loaded, once for all files of a Jest worker. The platform is taken as `npm run build` made it: what is
 * tested is what runs. Tests and what they share stand in Jest's registry as ever.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');
const BELOW_ROOT = `^${ROOT.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;

/** For Jest's `transform`, before all else. */
export const BUILT_MODULES = {
  [`${BELOW_ROOT}/(?:src|migrations|scripts|bench)/.+\\.ts$`]: [import.meta.filename, { of: 'platform' }],
  [`${BELOW_ROOT}/test/support/contract\\.ts$`]: [import.meta.filename, { of: 'platform' }],
  [`${BELOW_ROOT}/node_modules/.+\\.[cm]?js$`]: [import.meta.filename, { of: 'packages' }],
};

/** How a test reaches what Node has loaded. */
export const loaders = {
  importBuilt: (file) => import(pathToFileURL(file).href),
  requireBuilt: createRequire(import.meta.url),
};

/** Loads the platform whole, before a test asks for some of it and of its packages: Node cannot hand out what is half loaded. */
export async function loadPlatform() {
  for (const root of ['app.module.js', 'sandbox/sandbox.js']) await loaders.importBuilt(path.join(DIST, 'src', root));
}

let testsHaveBegun = false;

/** From here on modules are loaded for tests; before, for Jest itself and the global set-up. */
export function beginTests() {
  testsHaveBegun = true;
}

let builtFrom;

/** The build that is loaded here; a run beside this one may make another meanwhile. */
function build() {
  if (!testsHaveBegun) return '';
  return (builtFrom ??= readFileSync(path.join(DIST, '.built-from'), 'utf8'));
}

/** What a module exports may change with what it passes on: another build, another key. */
const getCacheKey = (source, file, { supportsStaticESM }) =>
  createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .update([build(), testsHaveBegun, supportsStaticESM, file, source].join('\0'))
    .digest('hex');

const packages = {
  getCacheKey,
  process(source, file, { supportsStaticESM }) {
    if (!testsHaveBegun) return { code: source };
    if (supportsStaticESM) return { code: passedOn(loaders.requireBuilt(file), file) };
    return { code: `module.exports = requireBuilt(${JSON.stringify(file)});` };
  },
};

/** Something that the platform stands on awaits at its top, so it cannot be had by `require`. */
const platform = {
  getCacheKey,
  async processAsync(_source, file) {
    const built = builtFile(file);
    return { code: passedOn(await loaders.importBuilt(built), built) };
  },
};

export default { createTransformer: ({ of }) => (of === 'platform' ? platform : packages) };

/** Node reads the TypeScript of tests itself. */
function builtFile(file) {
  const below = path.relative(ROOT, file);
  return below.startsWith('test') ? file : path.join(DIST, below.replace(/\.ts$/, '.js'));
}

/** A module that exports what another, in this file, does. */
function passedOn(module, file) {
  const names = Object.keys(module).filter((name) => name !== '__esModule');
  const exported = names.map((name, index) => `const e${index} = built.${name};\nexport { e${index} as ${name} };`);
  return [`const built = await importBuilt(${JSON.stringify(file)});`, ...exported].join('\n');
}
