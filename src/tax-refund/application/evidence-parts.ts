import { publicId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { EXTENSIONS } from '../../kernel/scan.js';
import { type Tx } from '../../platform/database/session.js';
import { auditExtract } from '../../platform/audit/audit-extract.js';
import { type EvidenceLaw } from '../domain/deadline-kinds.js';
import { type EvidenceGroup } from '../domain/evidence-documents.js';
import { receiptsOf } from '../domain/collection-news.js';
import { type Claim } from '../entities/claim.entity.js';
import { claimLinesOf } from '../entities/claim-lines.table.js';
import { type EvidenceDocument, type EvidencePart } from '../entities/evidence.table.js';
import { filingsOf } from '../entities/filings.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { sha256 } from './evidence-archive.js';
import { evidenceIndexPdf, type IndexedFile } from './evidence-index.js';

/** A part, and its content where that is no uploaded document's. */
export interface NewPart {
  readonly part: EvidencePart;
  readonly body: Buffer | null;
}

interface File {
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  readonly body: Buffer;
}

interface Facts {
  readonly claim: Claim;
  readonly documents: readonly EvidenceDocument[];
  readonly missing: readonly EvidenceGroup[];
  readonly law: EvidenceLaw;
}

/** In Chinese and English: the index is read by tax officers and by others. */
export const GROUP_TITLES: Readonly<Record<EvidenceGroup, string>> = {
  contract: '购销合同 Contract',
  transport: '运输单据 Transport document',
  customs_entrustment: '委托报关单据 Entrustment of customs clearance',
};

/** Every file of a pack, in order: the index and the manifest first, then what was filed, then the documents. */
export async function evidenceParts(tx: Tx, facts: Facts): Promise<NewPart[]> {
  const files = await generated(tx, facts);
  const uploads = facts.documents.map(uploaded);
  const listed = [...files.map(indexed), ...uploads.map(({ part, title }) => ({ ...part, title }))];
  const index: File = {
    path: 'index.pdf',
    title: '目录 Index',
    mediaType: 'application/pdf',
    body: await evidenceIndexPdf({
      facts: headOf(facts),
      files: listed,
      missing: facts.missing.map((group) => GROUP_TITLES[group]),
      date: facts.claim.filedAt ?? facts.claim.createdAt,
    }),
  };
  const manifest = json('manifest.json', '清单 Manifest', {
    format: 'entrepot-evidence-pack/1',
    claim: publicId('claim', facts.claim.id),
    order: publicId('order', facts.claim.orderId),
    law: facts.law.source,
    missing: facts.missing,
    files: [indexed(index), ...listed].map(({ path, sizeBytes, sha256: hash }) => ({ path, sizeBytes, sha256: hash })),
  });
  const own = [index, manifest, ...files].map((file, ordinal) => ({ part: partOf(file, ordinal), body: file.body }));
  const theirs = uploads.map(({ part }, at) => ({ part: { ...part, ordinal: own.length + at }, body: null }));
  return [...own, ...theirs];
}

async function generated(tx: Tx, { claim, documents }: Facts): Promise<File[]> {
  const [refundCase, lines, filings] = await Promise.all([
    tx.find(RefundCase, claim.orderId),
    claimLinesOf(tx, claim.id),
    filingsOf(tx, claim.id),
  ]);
  const audit = await auditExtract(tx, [claim.id, claim.orderId, ...documents.map(({ id }) => id)]);
  const invoices = lines.map(({ declaration_line, invoices: taken }) => ({
    declarationLine: declaration_line,
    invoices: taken,
  }));
  const vouchers = lines
    .filter(({ vouchers: taken }) => taken.length > 0)
    .map(({ declaration_line, vouchers: taken }) => ({ declarationLine: declaration_line, vouchers: taken }));
  return [
    json('claim.json', '退税申报 Claim', claimFacts(claim)),
    json('declarations.json', '报关单 Declarations', refundCase?.declarations ?? []),
    json('invoices.json', '增值税发票 Invoices', invoices),
    ...(vouchers.length === 0 ? [] : [json('consumption-tax.json', '消费税凭证 Papers of consumption tax', vouchers)]),
    json('collections.json', '收汇 Collections', collectionsOf(refundCase)),
    json('calculation.json', '计算过程 Calculation trace', claim.calculation),
    json('audit.json', '审计摘录 Audit extract', audit),
    ...filings.map(({ attempt, body }) => ({
      path: `filings/attempt-${attempt}.json`,
      title: `申报报文 Filing as sent, attempt ${attempt}`,
      mediaType: 'application/json',
      body: Buffer.from(body),
    })),
  ];
}

/** The totals of the collection, and the receipts behind them where they are known; null where nothing has come. */
function collectionsOf(refundCase: RefundCase | null): object | null {
  if (refundCase === null) return null;
  const receipts = receiptsOf(refundCase.collectionLog).map(({ collectionId, ...receipt }) => ({
    collection: publicId('collection', collectionId),
    ...receipt,
  }));
  if (receipts.length === 0) return refundCase.collection;
  return { ...refundCase.collection, receipts };
}

/** Nothing that changes without a fact: no version, and no time of the last change. */
function claimFacts(claim: Claim): object {
  return {
    id: publicId('claim', claim.id),
    order: claim.orderReference,
    regime: claim.regime,
    businessType: claim.businessType,
    state: claim.state,
    attempt: claim.attempt,
    period: claim.period,
    taxpayer: { name: claim.taxpayerName, taxNumber: claim.taxpayerNumber },
    entryNumber: claim.entryNumber,
    exportDate: claim.exportDate,
    declarations: claim.declarations,
    taxable: claim.taxable,
    refund: claim.refund,
    awarded: claim.awarded,
    ...(claim.consumptionTax.isZero()
      ? {}
      : { consumptionTaxRefund: claim.consumptionTax, awardedConsumptionTax: claim.awardedConsumptionTax }),
    nonRefundableVat: claim.nonRefundableVat,
    acceptanceNumber: claim.acceptanceNumber,
    treasuryReference: claim.treasuryReference,
    reason: claim.reason,
    answers: claim.answers,
    checks: claim.checks,
    filedAt: claim.filedAt,
    approvedAt: claim.approvedAt,
    paidAt: claim.paidAt,
  };
}

function headOf({ claim, law }: Facts): readonly (readonly [string, string])[] {
  return [
    ['申报 Claim', publicId('claim', claim.id)],
    ['订单 Order', claim.orderReference],
    ['纳税人 Taxpayer', `${claim.taxpayerName} ${claim.taxpayerNumber}`],
    ...claim.declarations.flatMap(({ entryNumber, exportDate }): (readonly [string, string])[] => [
      ['报关单号 Declaration', entryNumber],
      ['出口日期 Export date', exportDate],
    ]),
    ['所属期 Period', claim.period],
    ['退税额 Refund', claim.refund.toString()],
    ['依据 Source', law.source],
  ];
}

function json(path: string, title: string, value: unknown): File {
  const text = JSON.stringify(value, (_key, each: unknown) => (each instanceof Money ? each.toJSON() : each), 2);
  return { path, title, mediaType: 'application/json', body: Buffer.from(`${text}\n`) };
}

function indexed({ path, title, body }: File): IndexedFile {
  return { path, title, sizeBytes: body.length, sha256: sha256(body) };
}

function partOf({ path, mediaType, body }: File, ordinal: number): EvidencePart {
  return { ordinal, path, mediaType, sizeBytes: body.length, sha256: sha256(body), documentId: null };
}

function uploaded(document: EvidenceDocument, index: number): { part: EvidencePart; title: string } {
  const { id, kind, fileName, mediaType, sizeBytes, sha256: hash } = document;
  const path = `documents/${String(index + 1).padStart(3, '0')}-${kind}.${EXTENSIONS[mediaType]}`;
  const part = { ordinal: index, path, mediaType, sizeBytes, sha256: hash, documentId: id };
  return { part, title: fileName };
}
