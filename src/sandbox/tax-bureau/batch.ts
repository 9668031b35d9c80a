import { Money } from '../../kernel/money.js';
import { Fields, isCreditCode, isObject, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';
import { type Claim, claimIn } from './claim.js';

/** Claims in one message, as the bureau reads them. */
export interface Batch {
  readonly reference: string;
  readonly number: number;
  /** Whose batches of which period and regime are counted together. */
  readonly series: string;
  readonly claims: readonly Claim[];
  readonly magicTexts: readonly string[];
}

const REGIMES = ['trading', 'manufacturer', 'agency'] as const;
const NUMBER_MAX = 999;

/** @throws Refusal 400 when unreadable, 422 with every fault */
export function readBatch(body: string): Batch {
  const faults = new Faults();
  const object = parseObject(body);
  const fields = new Fields(object, faults);
  const reference = fields.text('reference');
  const number = fields.count('number', NUMBER_MAX);
  const regime = fields.oneOf('regime', REGIMES);
  const uscc = fields.object_('taxpayer').text('uscc', isCreditCode, 'must be a unified social credit code');
  const period = fields.text('period', (text) => /^\d{4}(0[1-9]|1[0-2])$/.test(text), 'must be YYYYMM');
  const claims = claimsOf(object['claims'], faults);
  for (const [index, claim] of claims.entries()) {
    const isTheirs = claim.taxpayer === uscc && claim.corrects === null;
    faults.unless(isTheirs, `/claims/${String(index)}`, 'is a correction, or of another taxpayer');
  }
  checkLinks(claims, faults);
  checkTotals(claims, fields.object_('totals'), faults);
  faults.refuse(422, 'INVALID', 'The batch breaks one or more rules');
  const magicTexts = claims.flatMap((claim) => claim.magicTexts);
  return { reference, number, series: `${uscc}/${period}/${regime}`, claims, magicTexts };
}

function claimsOf(value: unknown, faults: Faults): Claim[] {
  const listed: unknown[] = Array.isArray(value) ? value : [];
  faults.unless(listed.length > 0, '/claims', 'needs at least one entry');
  return listed.map((each, index) => {
    const own = new Faults();
    const claim = claimIn(new Fields(isObject(each) ? each : {}, own), own);
    for (const { pointer, message } of own.list) faults.add(`/claims/${String(index)}${pointer}`, message);
    return claim;
  });
}

/** One 关联号 ties lines of one claim at one rate. */
function checkLinks(claims: readonly Claim[], faults: Faults): void {
  const tied = new Map<string, string>();
  for (const [index, { reference, lines }] of claims.entries()) {
    for (const [place, { link, refundRate }] of lines.entries()) {
      const at = `/claims/${String(index)}/lines/${String(place)}/link`;
      const whose = `${reference} ${refundRate.toFixed()}`;
      faults.unless(link !== null && /^\d{10}$/.test(link), at, 'must be 10 digits');
      faults.unless((tied.get(link ?? '') ?? whose) === whose, at, 'ties lines of other claims or rates');
      tied.set(link ?? '', whose);
    }
  }
}

function checkTotals(claims: readonly Claim[], totals: Fields, faults: Faults): void {
  for (const [name, field] of [
    ['taxableAmount', 'taxable'],
    ['refundAmount', 'refund'],
  ] as const) {
    const stated = totals.amountIn(name, 'CNY');
    const sum = Money.sum(
      claims.map((claim) => claim[field]),
      'CNY',
    );
    faults.unless(sum.equals(stated), `/totals/${name}`, `is not the sum of the claims, ${sum.toString()}`);
  }
}
