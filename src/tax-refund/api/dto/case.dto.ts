import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type CaseView } from '../../application/claim-reader.service.js';
import { CASE_STATES } from '../../domain/case-status.js';
import { CLAIM_STATES } from '../../domain/claim-status.js';
import { receiptsOf } from '../../domain/collection-news.js';
import { type ClearedDeclaration, type ClearedItem, declarationLine } from '../../domain/export-facts.js';
import { type RefundDeadlines } from '../../domain/refund-deadlines.js';
import { REGIMES } from '../../domain/regime.js';
import { type Invoice } from '../../entities/invoice.entity.js';
import { type RefundCase } from '../../entities/refund-case.entity.js';
import { CaseReceiptDto, OrderCollectionDto } from './case-collection.dto.js';
import { OverseasSalesDto } from './overseas-sales.dto.js';
import { MissingFactDto, RefundCheckDto } from './checks.dto.js';
import { MatchSuggestionDto } from './match-suggestion.dto.js';

/** The refund of one order: what is there, and what is still missing. */
export class RefundCaseSummaryDto {
  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @TextField({ description: "The order's own reference", max: 200, example: 'SO-2026-0001' })
  readonly reference!: string;

  @IdField({ kind: 'party', description: 'The exporter' })
  readonly sellerId!: string;

  @EnumField({ description: '免退税, 免抵退税, 代办退税', values: REGIMES })
  readonly regime!: string;

  @EnumField({
    description: 'gathering: facts are waited for; claimed: a claim was made of them; closed: the order was cancelled',
    values: CASE_STATES,
  })
  readonly state!: string;

  @ListField(() => MissingFactDto, { description: 'What is still waited for', max: 2_000 })
  readonly missing!: MissingFactDto[];

  @IntegerField({ description: 'Counts the changes', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When the order asked for a refund' })
  readonly createdAt!: string;

  @InstantField({ description: 'When the facts were last looked at' })
  readonly updatedAt!: string;

  static of(this: void, row: RefundCase, language: Language): RefundCaseSummaryDto {
    return {
      orderId: publicId('order', row.id),
      reference: row.orderReference,
      sellerId: publicId('party', row.sellerId),
      regime: row.regime,
      state: row.state,
      missing: row.missing.map((fact) => MissingFactDto.from(fact, language)),
      ...stampsOf(row),
    };
  }
}

export class UnitQuantityDto {
  @DecimalField({ description: 'How many', example: '1000' })
  readonly quantity!: string;

  @TextField({ description: 'Unit code', max: 3, example: '001' })
  readonly unit!: string;
}

export class ClearedItemDto {
  @IntegerField({ description: 'Item of the declaration', min: 1 })
  readonly itemNumber!: number;

  @TextField({ description: 'Its key in a refund filing: 21 digits', max: 21, example: '310420260795000001001' })
  readonly declarationLine!: string;

  @TextField({ description: 'HS code', max: 10 })
  readonly hsCode!: string;

  @ListField(() => UnitQuantityDto, { description: 'The declared units; an invoice counts in one of them', max: 3 })
  readonly quantities!: UnitQuantityDto[];

  @MoneyField({ description: 'FOB value; an agency invoice is for this, in CNY' })
  readonly fob!: MoneyDto;

  static from(this: void, entryNumber: string, item: ClearedItem): ClearedItemDto {
    return {
      itemNumber: item.itemNumber,
      declarationLine: declarationLine(entryNumber, item.itemNumber),
      hsCode: item.hsCode,
      quantities: item.quantities.map(({ quantity, unit }) => ({ quantity, unit })),
      fob: item.fob,
    };
  }
}

export class ExportPartDto {
  @IntegerField({ description: 'From 1', min: 1, example: 1 })
  readonly number!: number;

  @IntegerField({ description: 'How many declarations the order goes in', min: 1, example: 1 })
  readonly of!: number;
}

export class ClearedDeclarationDto {
  @ObjectField(() => ExportPartDto, { description: 'Which of the declarations of the order it is' })
  readonly part!: ExportPartDto;

  @TextField({ description: 'Declaration number (报关单号)', max: 18, example: '310420260795000001' })
  readonly entryNumber!: string;

  @DateField({ description: 'The day the goods left China' })
  readonly exportDate!: string;

  @TextField({ description: '监管方式', max: 4, example: '0110' })
  readonly supervisionMode!: string;

  @MoneyField({ description: 'FOB value' })
  readonly fob!: MoneyDto;

  @ListField(() => ClearedItemDto, { description: 'The items', max: 50 })
  readonly items!: ClearedItemDto[];

  static from(this: void, { part, entryNumber, exportDate, supervisionMode, fob, items }: ClearedDeclaration) {
    const cleared = items.map((item) => ClearedItemDto.from(entryNumber, item));
    return { part, entryNumber, exportDate, supervisionMode, fob, items: cleared };
  }
}

export class CaseInvoiceDto {
  @IdField({ kind: 'invoice', description: 'Id' })
  readonly id!: string;

  @TextField({ description: '发票号码', max: 20 })
  readonly invoiceNumber!: string;

  @DateField({ description: 'Day of issue' })
  readonly issuedOn!: string;

  @MoneyField({ description: 'Without VAT' })
  readonly amountExVat!: MoneyDto;

  static from(this: void, { id, invoiceNumber, issuedOn, amount }: Invoice): CaseInvoiceDto {
    return { id: publicId('invoice', id), invoiceNumber, issuedOn, amountExVat: amount.toJSON() };
  }
}

export class CaseDeadlinesDto {
  @DateField({ description: 'Not collected by then: the refund must be given back' })
  readonly collectBy!: string;

  @DateField({ description: 'Last day of the regular filing window' })
  readonly fileBy!: string;

  @DateField({ description: 'Last day on which filing is possible at all', nullable: true })
  readonly filingExpiresOn!: string | null;

  @DateField({ description: 'From this day an unfiled export counts as sold at home', nullable: true })
  readonly deemedDomesticOn!: string | null;

  static from(this: void, { collectBy, fileBy, filingExpiresOn, deemedDomesticOn }: RefundDeadlines): CaseDeadlinesDto {
    return { collectBy, fileBy, filingExpiresOn, deemedDomesticOn };
  }
}

export class CaseFactsDto extends RefundCaseSummaryDto {
  @ListField(() => RefundCheckDto, {
    description: 'Each check with its outcome; none before the goods are cleared',
    max: 10_000,
  })
  readonly checks!: RefundCheckDto[];

  @ListField(() => MatchSuggestionDto, {
    description: 'For lines that no invoices cover: what could be done, as of the last look',
    max: 5_000,
  })
  readonly suggestions!: MatchSuggestionDto[];

  @ObjectField(() => ClearedDeclarationDto, {
    description: 'The first of `declarations`; null while there is none',
    nullable: true,
  })
  readonly declaration!: ClearedDeclarationDto | null;

  @ListField(() => ClearedDeclarationDto, {
    description: 'What customs has cleared, by parts of the order; the claim waits for all of them',
    max: 20,
  })
  readonly declarations!: ClearedDeclarationDto[];

  @ObjectField(() => OrderCollectionDto, {
    description: 'What the buyer has paid; null before, and while what it had paid is owed again',
    nullable: true,
  })
  readonly collection!: OrderCollectionDto | null;

  @ListField(() => CaseReceiptDto, { description: 'The receipts that it was paid by, the first first', max: 1_000 })
  readonly receipts!: CaseReceiptDto[];

  @ListField(() => OverseasSalesDto, {
    description:
      'Of goods in a warehouse abroad: what was sold of them by declaration, by which a refund in advance is settled',
    max: 20,
  })
  readonly overseasSales!: OverseasSalesDto[];

  @ListField(() => CaseInvoiceDto, { description: 'Its invoices, the cancelled ones left out', max: 1_000 })
  readonly invoices!: CaseInvoiceDto[];

  @ObjectField(() => CaseDeadlinesDto, {
    description: 'The clocks that the export started, of several the earliest',
    nullable: true,
  })
  readonly deadlines!: CaseDeadlinesDto | null;

  @IdField({ kind: 'claim', description: 'The claim that was made of it', nullable: true })
  readonly claimId!: string | null;

  @EnumField({ description: 'Where the claim stands', values: CLAIM_STATES, nullable: true })
  readonly claimState!: string | null;

  static from(this: void, { refundCase, claim, invoices, deadlines }: CaseView, language: Language): CaseFactsDto {
    const { collection, checks, suggestions, overseasSales } = refundCase;
    const declarations = refundCase.declarations.map(ClearedDeclarationDto.from);
    return {
      ...RefundCaseSummaryDto.of(refundCase, language),
      checks: checks.map((check) => RefundCheckDto.from(check, language)),
      suggestions: suggestions.map((suggestion) => MatchSuggestionDto.from(suggestion, language)),
      declaration: declarations[0] ?? null,
      declarations,
      collection: collection === null ? null : OrderCollectionDto.from(collection),
      receipts: receiptsOf(refundCase.collectionLog).map(CaseReceiptDto.from),
      overseasSales: overseasSales.map(OverseasSalesDto.from),
      invoices: invoices.map(CaseInvoiceDto.from),
      deadlines: deadlines === null ? null : CaseDeadlinesDto.from(deadlines),
      claimId: claim === null ? null : publicId('claim', claim.id),
      claimState: claim?.state ?? null,
    };
  }
}

export class RefundCasesQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 100,
    example: 'gathering',
    pattern: /^(gathering|claimed)(,(gathering|claimed))*$/,
  })
  state?: string;
}

export const RefundCasePageDto = PageOf(RefundCaseSummaryDto);
