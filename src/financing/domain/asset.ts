import { type InputCheck } from '../../kernel/input-check.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { SAY } from './financing.sentences.js';

export const ASSET_KINDS = ['declaration', 'invoice', 'vat_invoice', 'warehouse_receipt'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** What can back one loan only, whoever has it. */
export interface Asset {
  readonly kind: AssetKind;
  /** As its issuer wrote it; of an invoice to a buyer its number, or that of the contract. */
  readonly number: string;
  /** Tax number (统一社会信用代码) of who issued it, where numbers of two issuers may be alike. */
  readonly issuer?: string | undefined;
}

/** Numbers of these are the issuer’s own: another’s may be the same. Those of customs and of the tax bureau are the only ones. */
const BY_ISSUER: ReadonlySet<AssetKind> = new Set(['invoice', 'warehouse_receipt']);

export const KIND_NAMES: Readonly<Record<AssetKind, Bilingual>> = {
  declaration: { en: 'declaration', zh: '报关单' },
  invoice: { en: 'invoice', zh: '商业发票' },
  vat_invoice: { en: 'VAT invoice', zh: '增值税发票' },
  warehouse_receipt: { en: 'warehouse receipt', zh: '仓单' },
};

/** Whether it can be told from every other one. */
export function checkAsset(check: InputCheck, { kind, issuer }: Asset, at: string): void {
  if (BY_ISSUER.has(kind)) check.that(issuer !== undefined, `${at}issuer`, 'required', SAY.issuer_needed);
  else check.that(issuer === undefined, `${at}issuer`, 'not_applicable', SAY.issuer_not_wanted);
}

/** The same text for the same asset, however it is written: in capitals, without blanks and dashes; of declarations blanks around it only. */
export function nameOfAsset({ kind, number, issuer }: Asset): string {
  if (kind === 'declaration') return `${kind}/${number.trim().toUpperCase()}`;
  return [kind, ...(issuer === undefined ? [] : [plain(issuer)]), plain(number)].join('/');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s/-]/g, '')
    .toUpperCase();
}
