import { type LocalDate } from '../../kernel/local-date.js';

/** What a document is; `substitute_…`: another one that does the same, where the usual one cannot be had. */
export const DOCUMENT_KINDS = [
  'export_contract',
  'service_contract',
  'purchase_contract',
  'substitute_contract',
  'bill_of_lading',
  'air_waybill',
  'rail_waybill',
  'cargo_receipt',
  'postal_receipt',
  'freight_invoice',
  'forwarding_invoice',
  'substitute_transport',
  'customs_entrustment',
  'customs_agency_invoice',
  'substitute_entrustment',
  'packing_list',
  'commercial_invoice',
  'consumption_tax_certificate',
  'collection_evidence',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** 购销合同, 运输单据, 委托报关单据: one document of each must be there. */
export const EVIDENCE_GROUPS = ['contract', 'transport', 'customs_entrustment'] as const;
export type EvidenceGroup = (typeof EVIDENCE_GROUPS)[number];

/** Source: 国家税务总局公告2026年第5号 第四十五条; before, with the same three, 公告2022年第9号 第二条. */
const KINDS_OF_GROUP: Readonly<Record<EvidenceGroup, readonly DocumentKind[]>> = {
  contract: ['export_contract', 'service_contract', 'purchase_contract', 'substitute_contract'],
  transport: [
    'bill_of_lading',
    'air_waybill',
    'rail_waybill',
    'cargo_receipt',
    'postal_receipt',
    'freight_invoice',
    'forwarding_invoice',
    'substitute_transport',
  ],
  customs_entrustment: ['customs_entrustment', 'customs_agency_invoice', 'substitute_entrustment'],
};

/** A document, by what it is and the day on which it was added. */
export interface AddedDocument {
  readonly kind: DocumentKind;
  readonly addedOn: LocalDate;
}

export interface EvidenceStanding {
  /** Of these nothing is there. */
  readonly missing: readonly EvidenceGroup[];
  /** The day by which one of each was there; null while something is missing. */
  readonly completeOn: LocalDate | null;
}

/** What the documents of an export come to. */
export function evidenceStanding(documents: readonly AddedDocument[]): EvidenceStanding {
  const firsts = EVIDENCE_GROUPS.map((group) => {
    const days = documents.filter(({ kind }) => KINDS_OF_GROUP[group].includes(kind)).map(({ addedOn }) => addedOn);
    return { group, day: days.sort().at(0) ?? null };
  });
  const missing = firsts.filter(({ day }) => day === null).map(({ group }) => group);
  const days = firsts.flatMap(({ day }) => day ?? []).sort();
  return { missing, completeOn: missing.length > 0 ? null : (days.at(-1) ?? null) };
}
