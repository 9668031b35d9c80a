// Written from docs/openapi.json by `npm run sdk:generate`; changed there, not here.

/** Of this package. */
export const SDK_VERSION = '0.1.0';

/** Of the API that the types describe. */
export const API_VERSION = '2026-11-24';
