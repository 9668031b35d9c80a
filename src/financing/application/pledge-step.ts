import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { type Asset, KIND_NAMES, nameOfAsset } from '../domain/asset.js';
import { type Eligibility } from '../domain/eligibility.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Base } from '../domain/products/vocabulary.js';
import { type LoanGround } from './loan-grounds.js';
import { type Pledges } from './pledges.service.js';

/**
 * What a product lends on, as an asset that backs one loan: declarations and VAT invoices of a refund, the contract of a signed order. An assigned
 * invoice is taken by its assignment already; a line has no asset of its own.
 */
export function assetsOf(base: Base, { order, facts, seller }: Omit<LoanGround, 'subject'>): Asset[] {
  if (base === 'matched_refund') {
    return [
      ...(facts?.entryNumbers ?? []).map((number): Asset => ({ kind: 'declaration', number })),
      ...(facts?.vatInvoices ?? []).map((number): Asset => ({ kind: 'vat_invoice', number })),
    ];
  }
  if (base !== 'signed_order' || order === null) return [];
  return [{ kind: 'invoice', number: order.contractNumber, issuer: seller.uscc }];
}

/** What backs it backs nothing else, of whatever tenant: taken with the advance, and else it cannot be had. */
export async function pledgeAssets(
  tx: Tx,
  pledges: Pledges,
  eligibility: Eligibility,
  asked: {
    readonly loanId: string;
    readonly base: Base;
    readonly ground: LoanGround;
    readonly security: readonly Asset[];
  },
): Promise<Eligibility> {
  if (eligibility.reasons.length > 0) return eligibility;
  const { loanId, base, ground, security } = asked;
  const { uscc } = ground.seller;
  const given = security.map((asset) =>
    asset.kind === 'invoice' && asset.issuer === undefined ? { ...asset, issuer: uscc } : asset,
  );
  // What is given besides may be what it is lent on anyway.
  const assets = [
    ...new Map([...assetsOf(base, ground), ...given].map((asset) => [nameOfAsset(asset), asset])).values(),
  ];
  if (await pledges.take(tx, loanId, assets)) return eligibility;
  const used = await pledges.usedOf(tx, tx.livemode, assets);
  const taken = assets.filter((_asset, index) => used[index] === true);
  return { ...eligibility, reasons: reasonsFor(taken), amount: Money.zero(eligibility.amount.currency) };
}

/** Where what was taken is free by now, it can be asked for again. */
export function reasonsFor(taken: readonly Asset[]): readonly Sentence[] {
  const named = taken
    .filter(({ kind }) => kind !== 'declaration')
    .map(({ kind, number }) => SAY.asset_pledged({ kind: KIND_NAMES[kind], number }));
  return named.length === taken.length && named.length > 0 ? named : [SAY.pledged_already, ...named];
}
