import { type Clock } from '../../kernel/clock.js';
import { type View } from './session.js';

const TEST_CLOCK = `SELECT test_clock FROM platform.tenant WHERE id = $1`;

/** The present of a tenant, for who only reads: its test clock's, where it has one. A transaction has it as `tx.now`. */
export async function presentOf(view: View, clock: Clock): Promise<Date> {
  const [tenant] = await view.query<{ test_clock: Date | null }>(TEST_CLOCK, [view.tenantId]);
  return tenant?.test_clock ?? clock.now();
}
