/** The dependency rules of this codebase, checked by `npm run arch`; each has a planted violation in the spec beside it. */

const SERVICES = ['customs', 'freight', 'fx', 'tax-refund', 'financing'];
const SHARED_MODULES = ['approvals', 'parties', 'catalogue', 'orders', 'ledger', 'compliance', 'documents', 'webhooks'];
/**
 * Nobody meets them: stateless calculators, which meet every other module at its door, and rehearsal, which knows the
 * others by the public API alone.
 */
const ON_TOP = ['calculations', 'rehearsal'];

const services = `^src/(${SERVICES.join('|')})/`;
const anyModule = `^src/(${[...SERVICES, ...SHARED_MODULES, ...ON_TOP].join('|')})/`;
const composition = '^src/[^/]+\\.ts$';
const tests = '\\.spec\\.ts$';
const sdkTests = [tests, '^sdk/src/testing/'];

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never('no-cycles', 'two files that need each other are one file', {}, { circular: true }),
    never('no-unresolvable', 'every import leads somewhere', {}, { couldNotResolve: true }),
    never(
      'no-orphans',
      'a file that nobody imports and that imports nobody is dead',
      { orphan: true, pathNot: [tests, '\\.entity\\.ts$', '^migrations/', '^scripts/build\\.ts$', composition] },
      {},
    ),
    never(
      'production-needs-no-dev-dependency',
      'the image is installed with --omit=dev',
      { path: '^(src|migrations)/', pathNot: tests },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    never(
      'platform-knows-no-tool',
      'src is what runs in production; scripts, bench and test stand around it',
      { path: '^src/', pathNot: tests },
      { path: '^(scripts|bench|sdk|test|migrations)/' },
    ),
    never(
      'migrations-stand-alone',
      'what a migration did must not change with the code of a later day',
      { path: '^migrations/', pathNot: tests },
      { path: '^(src|scripts)/' },
    ),

    // sdk
    never(
      'sdk-has-no-dependency',
      'who installs it installs it alone; what it knows of the platform is the contract',
      { path: '^sdk/src/', pathNot: sdkTests },
      { pathNot: '^sdk/src/', dependencyTypesNot: ['core'] },
    ),
    never(
      'sdk-client-runs-anywhere',
      'only its command line needs Node; the client, what fetch and WebCrypto give',
      { path: '^sdk/src/', pathNot: ['^sdk/src/cli/', ...sdkTests] },
      { dependencyTypes: ['core'] },
    ),
    never(
      'sdk-client-knows-no-command-line',
      'a program that calls the platform carries no terminal along',
      { path: '^sdk/src/', pathNot: '^sdk/src/cli/' },
      { path: '^sdk/src/cli/' },
    ),

    // console
    never(
      'console-has-no-dependency',
      'a page of its own files alone; of the rest of the world it knows the types of the contract',
      { path: '^console/' },
      { pathNot: ['^console/', '^sdk/src/generated/schema\\.ts$'] },
    ),
    never(
      'nobody-imports-the-console',
      'it runs in a browser, and is served as files',
      { pathNot: '^console/' },
      { path: '^console/' },
    ),

    // kernel
    never(
      'kernel-is-pure',
      'src/kernel imports only itself and three libraries of pure functions: no framework, no I/O',
      { path: '^src/kernel/', pathNot: tests },
      { pathNot: ['^src/kernel/', 'node_modules/(decimal\\.js|typeid-js|uuid|ibantools)/'] },
    ),
    never(
      'one-door-to-decimal',
      'its settings are global: one file fixes them',
      { pathNot: '^src/kernel/decimal\\.ts$' },
      { path: 'node_modules/decimal\\.js/' },
    ),
    never('one-door-to-ids', '', { pathNot: '^src/kernel/ids\\.ts$' }, { path: 'node_modules/(typeid-js|uuid)/' }),
    never('one-door-to-ibans', '', { pathNot: '^src/kernel/identifiers/' }, { path: 'node_modules/ibantools/' }),

    // contracts, platform
    never(
      'contracts-are-types',
      'src/contracts imports only itself',
      { path: '^src/contracts/', pathNot: tests },
      { pathNot: '^src/contracts/' },
    ),
    never(
      'platform-knows-no-module',
      'the machine room knows no trade',
      { path: '^src/platform/' },
      { path: ['^src/sandbox/', anyModule] },
    ),

    // modules
    never(
      'modules-meet-at-the-door',
      "another module's index.ts is the only file you may import",
      { path: anyModule },
      { path: anyModule, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    ),
    never(
      'services-never-import-one-another',
      'customs, freight, fx, tax-refund and financing speak through events only',
      { path: services },
      { path: services, pathNot: '^src/$1/' },
    ),
    never(
      'shared-modules-know-no-service',
      'what the five services stand on hears of them by events',
      { path: `^src/(${SHARED_MODULES.join('|')})/` },
      { path: services },
    ),
    never(
      'ledger-knows-no-trade',
      'the books import platform and kernel only',
      { path: '^src/ledger/' },
      { path: anyModule, pathNot: '^src/ledger/' },
    ),
    never(
      'calculators-are-on-top',
      'nobody needs the calculators of the API',
      { path: '^src/', pathNot: [composition, '^src/calculations/'] },
      { path: '^src/calculations/' },
    ),
    never(
      'rehearsal-is-on-top',
      'nobody needs what is only rehearsed',
      { path: '^src/', pathNot: [composition, '^src/rehearsal/'] },
      { path: '^src/rehearsal/' },
    ),
    never(
      'rehearsal-knows-the-api-only',
      'what an integrator rehearses goes the way of an integrator',
      { path: '^src/rehearsal/' },
      { path: anyModule, pathNot: '^src/rehearsal/' },
    ),

    // rooms of a module
    never(
      'domain-is-pure',
      'rules import only their own folder and the kernel: no Nest, no TypeORM, no I/O',
      { path: '^src/([^/]+)/domain/', pathNot: tests },
      { pathNot: ['^src/$1/domain/', '^src/kernel/'] },
    ),
    never(
      'entities-know-storage-only',
      'an entity sees its domain, the kernel and platform/database',
      { path: '^src/([^/]+)/entities/' },
      { path: '^src/', pathNot: ['^src/$1/(entities|domain)/', '^src/kernel/', '^src/platform/database/'] },
    ),
    never(
      'partners-know-only-the-domain',
      'an adapter translates between our words and the wire',
      { path: '^src/([^/]+)/partners/', pathNot: [tests, '^src/platform/'] },
      { path: '^src/', pathNot: ['^src/$1/(partners|domain)/', '^src/kernel/', '^src/platform/partners/'] },
    ),
    never(
      'use-cases-see-ports-not-adapters',
      'which wire format is spoken is decided in the module file',
      { path: '^src/([^/]+)/(application|jobs)/', pathNot: tests },
      { path: '^src/$1/partners/', pathNot: '\\.port\\.ts$' },
    ),
    never(
      'api-calls-no-partner',
      'a request never leaves the building',
      { path: '^src/([^/]+)/api/' },
      { path: '^src/$1/partners/' },
    ),
    never(
      'api-and-jobs-are-strangers',
      'two ways into the application; neither knows the other',
      { path: '^src/([^/]+)/(api|jobs)/' },
      { path: '^src/$1/(api|jobs)/', pathNot: '^src/$1/$2/' },
    ),
    never(
      'nothing-imports-inward',
      'application code does not know its controllers or processors',
      { path: '^src/([^/]+)/(domain|entities|application|partners)/' },
      { path: '^src/$1/(api/|jobs/.*\\.processor\\.ts$)' },
    ),
    never(
      'only-api-knows-http',
      'HTTP and its validation belong to api/ and platform/',
      {
        path: '^src/',
        pathNot: ['^src/[^/]+/api/', '^src/platform/', '^src/sandbox/', composition, '\\.module\\.ts$', tests],
      },
      { path: 'node_modules/(@nestjs/swagger|@nestjs/platform-fastify|fastify|class-validator|class-transformer)/' },
    ),
    never(
      'queues-belong-to-jobs',
      'bullmq belongs to jobs/ and platform/',
      { path: '^src/', pathNot: ['^src/[^/]+/jobs/', '^src/platform/'] },
      { path: 'node_modules/(bullmq|ioredis)/' },
    ),

    // sandbox
    never(
      'sandbox-imports-the-kernel-only',
      'the outside world does not know how we are built',
      { path: '^src/sandbox/' },
      { path: '^src/', pathNot: ['^src/sandbox/', '^src/kernel/'] },
    ),
    never(
      'nobody-imports-the-sandbox',
      'it is not part of a production deployment',
      { path: '^src/', pathNot: '^src/sandbox/' },
      { path: '^src/sandbox/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
