import { type Bilingual } from '../../kernel/sentence.js';
import { type View } from '../database/session.js';

/** How much of something there can be. */
export interface Bound {
  /** Stable, the module first: `webhooks.endpoints`. */
  readonly name: string;
  readonly max: number;
  /** Of whom or of what it is the most. */
  readonly per: 'tenant' | 'credential' | 'request';
  readonly unit: 'items' | 'bytes';
  readonly title: Bilingual;
  /** Of a bound that fills up: how many there are of `$1`, the tenant, as `count`. */
  readonly used?: string;
}

const catalogue = new Map<string, Bound>();

/** Declares a bound where it is kept, and enters it in the list that tenants read; a name is declared once. */
export function bound(declared: Bound): number {
  if (catalogue.has(declared.name)) throw new Error(`Bound ${declared.name} is declared twice`);
  catalogue.set(declared.name, declared);
  return declared.max;
}

/** A bound, and how much of it is used; null where it does not fill up. */
export interface BoundUse extends Bound {
  readonly count: number | null;
}

/** Every bound of the loaded modules, by name. */
export function boundsOf(view: View): Promise<BoundUse[]> {
  const known = [...catalogue.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  return Promise.all(
    known.map(async (each) => ({ ...each, count: each.used === undefined ? null : await counted(view, each.used) })),
  );
}

async function counted(view: View, sql: string): Promise<number> {
  const [row] = await view.query<{ count: number | string }>(sql, [view.tenantId]);
  return Number(row?.count ?? 0);
}
