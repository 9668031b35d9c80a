import { type TestGlobal } from './test-services.js';

/** Stops what global set-up started. */
export default async function tearDown(): Promise<void> {
  await (globalThis as TestGlobal).entrepotServices?.tearDown();
}
