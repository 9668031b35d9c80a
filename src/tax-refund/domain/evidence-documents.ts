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

/** What a scan may be; its first bytes say. */
export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const SIGNATURES: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Whatever somebody says it is. @returns null where it is none of them */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}

export const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};
