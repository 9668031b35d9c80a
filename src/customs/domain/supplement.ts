import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { type DeclarationForm } from './declaration-form.js';
import { SAY_OF_REQUESTS } from './declaration-request.sentences.js';
import { type Receipt } from './receipt.js';

/** 价格, 商品归类, 原产地补充申报 (海关总署令第 262 号 and its forms). */
export const SUPPLEMENT_KINDS = ['price', 'classification', 'origin'] as const;

/** Elements of 补充申报单 that an exporter answers; what the declaration knows already, and the names of persons, are not asked. */
export const SUPPLEMENT_FIELDS: readonly string[] = [
  'BrandCN',
  'BrandEN',
  'SellerAddr',
  'FactoryAddr',
  'ContrDate',
  'InvoiceNo',
  'InvoiceDate',
  'InvoicePrice',
  'InvoiceAmount',
  'InvoiceNote',
  'GoodsPrice',
  'GoodsAmount',
  'GoodsNote',
  'E_IsDutyDel',
  'GNameOther',
  'CodeTsOther',
  'IsClassDecision',
  'DecisionNO',
  'CodeTsDecision',
  'DecisionCus',
  'IsSampleTest',
  'GOptions',
  'TrafMode',
  'IsDirectTraf',
  'TransitCountry',
  'DestPort',
  'OriginCountry',
  'OriginMark',
  'CertCountry',
  'CertNO',
  'CertStandard',
  'OtherNote',
  'IsSecret',
  'AgentType',
  'DeclAddr',
  'DeclPost',
];

export interface SupplementAnswer {
  readonly itemNumber: number;
  readonly kind: (typeof SUPPLEMENT_KINDS)[number];
  readonly fields: readonly { readonly field: string; readonly value: string }[];
}

/**
 * What customs asks for beside the declaration. The published receipts have no code of their own for it: the officer's
 * note says so, whichever receipt it is on.
 * @returns the question in customs' words, or null
 */
export function supplementAskedBy({ note }: Pick<Receipt, 'note'>): string | null {
  return note.includes('补充申报') ? note : null;
}

/** @throws InvalidInputError for an item that the declaration does not have, or one answered twice for one kind */
export function assertAnswers(form: DeclarationForm, answers: readonly SupplementAnswer[]): void {
  const seen = new Set<string>();
  const faults: Fault[] = answers.flatMap(({ itemNumber, kind }, index) => {
    const pointer = `/answers/${index}/itemNumber`;
    const name = `${itemNumber} ${kind}`;
    const isRepeated = seen.has(name);
    seen.add(name);
    if (form.items.every((item) => item.itemNumber !== itemNumber)) {
      return [{ pointer, code: 'unknown_item', message: SAY_OF_REQUESTS.no_item({ item: itemNumber }) }];
    }
    return isRepeated
      ? [{ pointer, code: 'repeated', message: SAY_OF_REQUESTS.answered_twice({ item: itemNumber }) }]
      : [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
