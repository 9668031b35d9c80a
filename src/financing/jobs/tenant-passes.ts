/** Slices of each tenant in one round. */
const PASSES_MAX = 50;

/**
 * Works off the tenants in turn, a slice of each, until none has more or the round is long enough. A tenant that fails keeps no other
 * from its turn.
 * @param slice works one off; whether there is more
 */
export async function passesOver(
  tenantIds: readonly string[],
  slice: (tenantId: string) => Promise<boolean>,
): Promise<{ readonly going: boolean; readonly faults: readonly unknown[] }> {
  let [left, faults] = [tenantIds, [] as unknown[]];
  for (let pass = 0; pass < PASSES_MAX && left.length > 0; pass += 1) {
    const still: string[] = [];
    for (const tenantId of left) {
      const [outcome] = await Promise.allSettled([slice(tenantId)]);
      if (outcome.status === 'rejected') faults = [...faults, outcome.reason];
      else if (outcome.value) still.push(tenantId);
    }
    left = still;
  }
  return { going: left.length > 0, faults };
}
