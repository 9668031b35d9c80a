import { Decimal } from '../../kernel/decimal.js';
import { type Declaration, type Item } from './declaration.js';

/** A cent, and what a price cut to four decimals can be off per unit. */
const TOTAL_TOLERANCE = new Decimal('0.01');
const PRICE_TOLERANCE = new Decimal('0.00005');
const CIF = '1';
const C_AND_F = '2';

/**
 * What the officer's system checks once the form is right; a breach sends the declaration back (退单).
 * @returns every reason, none when all is well
 */
export function breaches(declaration: Declaration): string[] {
  const reasons = declaration.items.flatMap(itemBreaches);
  if (new Decimal(declaration.netWeight).greaterThan(declaration.grossWeight)) reasons.push('净重大于毛重');
  if (new Set(declaration.items.map((item) => item.currency)).size > 1) reasons.push('成交币制不一致');
  if (!declaration.isImport) reasons.push(...chargeBreaches(declaration));
  return reasons;
}

/** Exports under CIF must state freight and insurance, under C&F freight: the statistical value is FOB. */
function chargeBreaches({ transMode, hasFreight, hasInsurance }: Declaration): string[] {
  const reasons: string[] = [];
  if ((transMode === CIF || transMode === C_AND_F) && !hasFreight) reasons.push('成交方式要求填报运费');
  if (transMode === CIF && !hasInsurance) reasons.push('成交方式要求填报保险费');
  return reasons;
}

function itemBreaches(item: Item): string[] {
  const reasons: string[] = [];
  const chapter = Number(item.hsCode.slice(0, 2));
  if (chapter < 1 || chapter > 97 || chapter === 77) reasons.push(`第${item.number}项商品编号${item.hsCode}不存在`);
  const difference = new Decimal(item.price).times(item.quantity).minus(item.total).abs();
  if (difference.greaterThan(TOTAL_TOLERANCE.plus(PRICE_TOLERANCE.times(item.quantity)))) {
    reasons.push(`第${item.number}项单价乘数量与总价不符`);
  }
  if (new Decimal(item.quantity).isZero()) reasons.push(`第${item.number}项数量为零`);
  return reasons;
}
