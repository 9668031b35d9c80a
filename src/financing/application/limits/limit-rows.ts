import { newId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type LevelStanding, type LimitSubject } from '../../domain/limits/levels.js';
import { type Product } from '../../domain/products/product.js';

/** A level as it stands for one who wants to draw; without an id where nothing was ever drawn or set at it. */
export interface StandingRow extends LevelStanding {
  readonly id: string | null;
}

/** Who wants to draw on what. */
export interface Drawer {
  readonly product: Product;
  readonly sellerId: string;
  /** The guarantee group of the seller. */
  readonly groupId: string | null;
  readonly buyerId: string | null;
}

interface LimitRow {
  readonly id: string;
  readonly level: LevelStanding['level'];
  readonly subject_id: string | null;
  readonly code: string | null;
  readonly currency: string;
  readonly limit_minor: string | null;
  readonly is_set: boolean;
  readonly reserved_minor: string;
  readonly used_minor: string;
}

const COLUMNS =
  'l.id, l.level, l.subject_id, l.code, l.currency, l.limit_minor, l.is_set, l.reserved_minor, l.used_minor';
const IN_ORDER = `array_position(ARRAY['platform', 'lender', 'group', 'client', 'product', 'buyer'], l.level), l.id`;

const FIND = `
  SELECT ${COLUMNS} FROM financing.credit_limit l
  JOIN unnest($2::text[], $3::uuid[], $4::text[]) AS of_level (level, subject_id, code)
    ON l.level = of_level.level AND l.subject_id IS NOT DISTINCT FROM of_level.subject_id
       AND l.code IS NOT DISTINCT FROM of_level.code
  WHERE l.tenant_id = $1 AND l.currency = $5 ORDER BY ${IN_ORDER}`;

const HOLD = `${FIND} FOR NO KEY UPDATE OF l`;

const OPEN = `
  INSERT INTO financing.credit_limit (tenant_id, id, level, subject_id, code, currency, limit_minor, is_set, reserved_minor,
                                      used_minor, version, created_at, updated_at)
  SELECT $1, id, level, subject_id, code, $6, limit_minor, false, 0, 0, 1, $7, $7
  FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $8::bigint[]) WITH ORDINALITY
       AS of_level (id, level, subject_id, code, limit_minor, place)
  ORDER BY place
  ON CONFLICT ON CONSTRAINT uq_credit_limit_subject DO NOTHING`;

/** What nobody has set follows the product of the day, but is never less than what is owed. */
const FOLLOW = `
  UPDATE financing.credit_limit SET limit_minor = greatest($3, reserved_minor + used_minor), version = version + 1, updated_at = $4
  WHERE tenant_id = $1 AND id = $2 AND NOT is_set`;

const RESERVE = `
  WITH taken AS (
    UPDATE financing.credit_limit SET reserved_minor = reserved_minor + $4, version = version + 1, updated_at = $5
    WHERE tenant_id = $1 AND id = ANY ($3))
  INSERT INTO financing.limit_hold AS h (tenant_id, loan_id, limit_id, reserved_minor, used_minor)
  SELECT $1, $2, id, $4, 0 FROM unnest($3::uuid[]) AS id
  ON CONFLICT (tenant_id, loan_id, limit_id) DO UPDATE SET reserved_minor = h.reserved_minor + EXCLUDED.reserved_minor`;

const HELD = `
  SELECT l.id FROM financing.credit_limit l JOIN financing.limit_hold h ON h.tenant_id = l.tenant_id AND h.limit_id = l.id
  WHERE h.tenant_id = $1 AND h.loan_id = $2 ORDER BY ${IN_ORDER} FOR NO KEY UPDATE OF l`;

const MOVE = `
  WITH held AS (
    UPDATE financing.limit_hold SET reserved_minor = reserved_minor + $3, used_minor = used_minor + $4
    WHERE tenant_id = $1 AND loan_id = $2 RETURNING limit_id)
  UPDATE financing.credit_limit l
  SET reserved_minor = reserved_minor + $3, used_minor = used_minor + $4, version = version + 1, updated_at = $5
  FROM held WHERE l.tenant_id = $1 AND l.id = held.limit_id`;

/** The levels that one draw takes from, from the widest to the narrowest. */
export function subjectsOf({ product, sellerId, groupId, buyerId }: Drawer): LimitSubject[] {
  return [
    { level: 'platform', subjectId: null, code: null },
    { level: 'lender', subjectId: null, code: product.lender.code },
    ...(groupId === null ? [] : [{ level: 'group', subjectId: groupId, code: null } as const]),
    { level: 'client', subjectId: sellerId, code: null },
    { level: 'product', subjectId: sellerId, code: product.code },
    ...(buyerId === null ? [] : [{ level: 'buyer', subjectId: buyerId, code: null } as const]),
  ];
}

/** As it stands; nothing is held, and nothing opened. */
export async function readStandings(view: View, drawer: Drawer): Promise<StandingRow[]> {
  const rows = await view.query<LimitRow>(FIND, keysOf(view, drawer));
  return subjectsOf(drawer).map((subject) => standingOf(drawer, subject, rows.find(isOf(subject))));
}

/**
 * Holds every level, always in the same order, and opens those at which nothing was drawn yet: of two applications one waits
 * until the other has taken its part.
 */
export async function holdStandings(tx: Tx, drawer: Drawer): Promise<StandingRow[]> {
  const keys = keysOf(tx, drawer);
  const before = await tx.query<LimitRow>(HOLD, keys);
  const subjects = subjectsOf(drawer);
  const missing = subjects.filter((subject) => !before.some(isOf(subject)));
  if (missing.length > 0) await open(tx, drawer, missing);
  const rows = missing.length > 0 ? await tx.query<LimitRow>(HOLD, keys) : before;
  const standings = subjects.map((subject) => standingOf(drawer, subject, rows.find(isOf(subject))));
  await follow(tx, standings, rows);
  return standings;
}

/** Reserves on application. What is taken at each level is noted with the loan, so that the same is given back. */
export async function reserve(tx: Tx, loanId: string, held: readonly StandingRow[], amount: Money): Promise<void> {
  const ids = held.flatMap(({ id }) => (id === null ? [] : [id]));
  await tx.query(RESERVE, [tx.tenantId, loanId, ids, amount.minor.toString(), tx.now]);
}

/** Uses on draw, restores on repayment: what moves is given with its sign. */
export async function moveHeld(
  tx: Tx,
  loanId: string,
  { reserved = 0n, used = 0n }: { readonly reserved?: bigint; readonly used?: bigint },
): Promise<void> {
  await tx.query(HELD, [tx.tenantId, loanId]);
  await tx.query(MOVE, [tx.tenantId, loanId, reserved.toString(), used.toString(), tx.now]);
}

async function open(tx: Tx, drawer: Drawer, missing: readonly LimitSubject[]): Promise<void> {
  const { minor } = limitOfProduct(drawer);
  await tx.query(OPEN, [
    tx.tenantId,
    missing.map(() => newId()),
    missing.map(({ level }) => level),
    missing.map(({ subjectId }) => subjectId),
    missing.map(({ code }) => code),
    drawer.product.currency,
    tx.now,
    missing.map(({ level }) => (level === 'product' ? minor.toString() : null)),
  ]);
}

async function follow(tx: Tx, standings: readonly StandingRow[], rows: readonly LimitRow[]): Promise<void> {
  for (const { level, id, limit } of standings) {
    const row = rows.find((each) => each.id === id);
    if (level !== 'product' || row === undefined || limit === null || row.limit_minor === limit.minor.toString())
      continue;
    await tx.query(FOLLOW, [tx.tenantId, row.id, limit.minor.toString(), tx.now]);
  }
}

function keysOf({ tenantId }: View, drawer: Drawer): (string | (string | null)[])[] {
  const subjects = subjectsOf(drawer);
  return [
    tenantId,
    subjects.map(({ level }) => level),
    subjects.map(({ subjectId }) => subjectId),
    subjects.map(({ code }) => code),
    drawer.product.currency,
  ];
}

const isOf =
  ({ level, subjectId, code }: LimitSubject) =>
  (row: LimitRow): boolean =>
    row.level === level && row.subject_id === subjectId && row.code === code;

function standingOf(drawer: Drawer, subject: LimitSubject, row: LimitRow | undefined): StandingRow {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), drawer.product.currency);
  const [reserved, used] = [money(row?.reserved_minor ?? '0'), money(row?.used_minor ?? '0')];
  const set = row?.limit_minor === undefined || row.limit_minor === null ? null : money(row.limit_minor);
  const follows = subject.level === 'product' && row?.is_set !== true;
  const limit = follows ? Money.max(limitOfProduct(drawer), reserved.plus(used)) : set;
  return { ...subject, id: row?.id ?? null, limit, reserved, used };
}

/** What the product allows each client that has no limit of its own. */
function limitOfProduct({ product }: Drawer): Money {
  return Money.parse(product.clientLimit, product.currency);
}
