export { LocalServer } from './local-server.js';
export {
  dropDatabase,
  grantLogin,
  migrateAll,
  prepareDatabase,
  type PreparedDatabase,
  withClient,
  withDatabase,
} from './prepare-database.js';
export { freePort, isFree } from './free-port.js';
export { NODE_ENVIRONMENT, NODE_FLAGS } from './node-flags.js';
export { NoPostgresError, type ServiceOptions, type Services, startServices } from './start-services.js';
export { dropTestDatabases, emptyRedisDatabases } from './test-isolation.js';
