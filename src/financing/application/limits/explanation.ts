import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type View } from '../../../platform/database/session.js';
import { bindingOf, freeOf } from '../../domain/limits/levels.js';
import { LEVEL_NAMES, SAY } from '../../domain/limits/limit.sentences.js';
import { type Product, productOn } from '../../domain/products/product.js';
import { readVersions } from '../products/product-book.js';
import { drawerFor } from '../terms.js';
import { readStandings, type StandingRow } from './limit-rows.js';

export interface ExplainedLevel extends StandingRow {
  readonly free: Money | null;
  readonly isBinding: boolean;
  readonly why: Sentence;
}

/** What a client could still draw of a product, and which level keeps it from more. */
export interface LimitExplanation {
  readonly sellerId: string;
  readonly product: Product;
  readonly free: Money;
  readonly binding: StandingRow;
  readonly why: Sentence;
  readonly levels: readonly ExplainedLevel[];
}

/** @throws ProductNotOfferedError */
export async function explainLimits(
  view: View,
  asked: {
    readonly sellerId: string;
    readonly buyerId: string | null;
    readonly product: string;
    readonly today: LocalDate;
  },
): Promise<LimitExplanation> {
  const { sellerId, buyerId, product: code, today } = asked;
  const product = productOn(await readVersions(view, code), code, today);
  const standings = await readStandings(view, await drawerFor(view, { product, sellerId, buyerId }));
  const binding = bindingOf(standings);
  if (binding === null) throw new Error('A product limits each client');
  const { standing, free } = binding;
  return {
    ...{ sellerId, product, free, binding: standing },
    why: SAY.binding({ level: LEVEL_NAMES[standing.level], ...figuresOf(standing, free) }),
    levels: standings.map((each) => explained(each, each === standing)),
  };
}

function explained(standing: StandingRow, isBinding: boolean): ExplainedLevel {
  const free = freeOf(standing);
  const why = free === null ? SAY.open_level : SAY.standing(figuresOf(standing, free));
  return { ...standing, free, isBinding, why };
}

function figuresOf(
  { limit, reserved, used }: StandingRow,
  free: Money,
): Readonly<Record<'limit' | 'reserved' | 'used' | 'free', string>> {
  return { limit: String(limit), reserved: String(reserved), used: String(used), free: String(free) };
}
