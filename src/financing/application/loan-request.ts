import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Product } from '../domain/products/product.js';
import { type Base } from '../domain/products/vocabulary.js';
import { type Advance } from '../entities/advance.entity.js';
import { type LoanRequest, type SecurityKind } from '../partners/lender.port.js';
import { type LoanGround } from './loan-grounds.js';

const SECURITY: Readonly<Record<Base, SecurityKind>> = {
  matched_refund: 'tax_refund',
  insured_invoice: 'receivable',
  signed_order: 'order',
  export_data: 'export_record',
  guarantee_pool: 'guarantee_group',
  warehouse_receipt: 'warehouse_receipt',
  fx_margin: 'fx_margin',
};

/** What the lender is asked for. */
export function loanRequestOf(advance: Advance, product: Product, ground: LoanGround): LoanRequest {
  const { id, principal, annualRate, dayBasis, maturityOn, createdAt } = advance;
  const { seller } = ground;
  return {
    reference: publicId('advance', id),
    borrower: { name: seller.name, uscc: seller.uscc },
    ...{ amount: principal, annualRate, dayBasis, maturityOn, product: product.code },
    instalments: product.instalments ?? null,
    signature: product.signing === undefined ? null : { ...product.signing, appliedOn: dateInZone(createdAt, CHINA) },
    security: securityOf(advance, product, ground),
  };
}

function securityOf({ claimId, principal }: Advance, { base }: Product, ground: LoanGround): LoanRequest['security'] {
  const kind = SECURITY[base];
  if (kind === 'tax_refund') {
    const reference = claimId === null ? '' : publicId('claim', claimId);
    return { kind, reference, expected: ground.facts?.refund ?? principal };
  }
  return { kind, reference: referenceOf(ground), expected: principal };
}

function referenceOf({ subject, order, receipt, seller }: LoanGround): string {
  if (subject.kind === 'forward') return publicId('forward', subject.id);
  return receipt?.number ?? order?.contractNumber ?? publicId('party', seller.id);
}
