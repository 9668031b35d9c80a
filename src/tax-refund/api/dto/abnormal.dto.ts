import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  type MoneyDto,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { bound } from '../../../platform/usage/bounds.js';
import { type AbnormalHit, type TakenList } from '../../application/abnormal-lists.service.js';
import {
  ABNORMAL,
  ABNORMAL_MEANING_NAMES,
  ABNORMAL_MEANINGS,
  ABNORMAL_ORIGINS,
  ABNORMAL_STATES,
  type AbnormalLine,
  amountAtStake,
  type Ground,
  GROUND_NAMES,
  GROUNDS,
  meaningFor,
} from '../../domain/abnormal.js';
import { CLAIM_STATES } from '../../domain/claim-status.js';
import { type AbnormalEntry, type Lifting } from '../../entities/abnormal-entry.entity.js';
import { type ClaimAtStake, type OpenEntry } from '../../entities/abnormal-entries.table.js';
import { fen } from './fen.js';
import { CODE, NUMBER, TAX_NUMBER } from './invoice-fields.js';

export const ABNORMAL_LINES_MAX = bound({
  name: 'tax_refund.abnormal_lines',
  max: 500,
  per: 'request',
  unit: 'items',
  title: { en: 'Lines of a list of abnormal invoices', zh: '异常凭证清单行数' },
});

const GROUND = {
  description:
    'Why (公告2019年第38号): `lost_device` 丢失被盗设备, `non_normal` 非正常户, `mismatch` 稽核比对异常, `suspected_false` 涉嫌虚开, ' +
    '`runaway` 走逃失联, `from_abnormal` 上游异常, `not_stated`',
  values: GROUND_NAMES,
  example: 'runaway',
};
const SOURCE = { description: 'The notice or list that says so', max: 200, example: '甬税异字〔2026〕118号' };
const ISSUER_NUMBER = { ...TAX_NUMBER, description: 'Tax number of the issuer', example: '91330281MA2DEM4D02' };
const ACTIONS = ['list', 'lift'] as const;

/** One line of a list: what is named, and whether it is listed or lifted. */
export class AbnormalLineRequest {
  @EnumField({
    description: '`list` (列入) where it is left out, `lift` (解除): names just what the entry names that stands',
    values: ACTIONS,
    optional: true,
  })
  action?: (typeof ACTIONS)[number];

  @TextField(ISSUER_NUMBER)
  issuerTaxNumber!: string;

  @TextField({ ...CODE, optional: true })
  invoiceCode?: string;

  @TextField({ ...NUMBER, description: `${NUMBER.description}; left out: the issuer itself`, optional: true })
  invoiceNumber?: string;

  @DateField({ description: 'Of an issuer: its invoices from this day of issue on', optional: true })
  issuedFrom?: string;

  @DateField({ description: 'Of an issuer: until this day of issue', optional: true })
  issuedTo?: string;

  @EnumField({ ...GROUND, optional: true })
  ground?: Ground;

  @TextField(SOURCE)
  source!: string;

  @DateField({ description: 'Since when it is listed, or lifted', example: '2026-11-27' })
  day!: string;

  @TextField({ description: 'The reason in words', max: 500, optional: true })
  note?: string;

  toLine(): AbnormalLine {
    return {
      action: this.action ?? 'list',
      issuerTaxNumber: this.issuerTaxNumber,
      invoiceCode: this.invoiceCode ?? null,
      invoiceNumber: this.invoiceNumber ?? null,
      issuedFrom: this.issuedFrom ?? null,
      issuedTo: this.issuedTo ?? null,
      ground: this.ground ?? 'not_stated',
      source: this.source,
      day: this.day,
      note: this.note ?? null,
    };
  }
}

export class AbnormalListRequest {
  @ListField(() => AbnormalLineRequest, { description: 'The entries', min: 1, max: ABNORMAL_LINES_MAX })
  readonly entries!: AbnormalLineRequest[];
}

export const ABNORMAL_LIST_EXAMPLE = {
  entries: [
    {
      issuerTaxNumber: '91330281MA2DEM4D02',
      invoiceNumber: '26332000000099999999',
      ground: 'suspected_false',
      source: '甬税异字〔2026〕118号',
      day: '2026-11-20',
    },
  ],
};
export const ABNORMAL_TABLE_EXAMPLE = [
  '处理,销方识别号,发票号码,异常情形,来源,日期',
  '列入,91330281MA2DEM4D02,26332000000099999998,runaway,甬税异字〔2026〕118号,2026-11-20',
  '',
].join('\n');

export class AbnormalLiftingRequest {
  @TextField({ ...SOURCE, description: 'What says that it is lifted (解除)' })
  readonly source!: string;

  @DateField({ description: 'Since when', example: '2026-11-28' })
  readonly day!: string;

  @TextField({ description: 'The reason in words', max: 500, optional: true })
  readonly note?: string;

  toLifting(): Lifting {
    return { source: this.source, day: this.day, note: this.note ?? null };
  }
}

export class AbnormalEntriesQuery extends DatedPageQuery {
  @EnumField({ description: 'Where it stands', values: ABNORMAL_STATES, optional: true })
  state?: string;

  @EnumField({ description: 'Who says so', values: ABNORMAL_ORIGINS, optional: true })
  origin?: string;

  @TextField({ ...ISSUER_NUMBER, optional: true })
  issuerTaxNumber?: string;

  @TextField({ ...NUMBER, optional: true })
  invoiceNumber?: string;
}

/** What became of a list. */
export class AbnormalListDto {
  @TextListField({ description: 'Entries that are new', max: ABNORMAL_LINES_MAX, maxLength: 40 })
  readonly listed!: string[];

  @TextListField({ description: 'Entries that are lifted', max: ABNORMAL_LINES_MAX, maxLength: 40 })
  readonly lifted!: string[];

  @TextListField({
    description: 'Entries that stood already; nothing about them has changed',
    max: ABNORMAL_LINES_MAX,
    maxLength: 40,
  })
  readonly known!: string[];

  static from(this: void, { listed, lifted, known }: TakenList): AbnormalListDto {
    const ids = (found: readonly string[]) => found.map((id) => publicId('abnormalEntry', id));
    return { listed: ids(listed), lifted: ids(lifted), known: ids(known) };
  }
}

export class AbnormalEntryDto {
  @IdField({ kind: 'abnormalEntry', description: 'Id' })
  readonly id!: string;

  @EnumField({ description: 'Where it stands', values: ABNORMAL_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @EnumField({
    description: '`list`: was imported; `check`: the tax authority says so when asked',
    values: ABNORMAL_ORIGINS,
  })
  readonly origin!: string;

  @TextField(ISSUER_NUMBER)
  readonly issuerTaxNumber!: string;

  @TextField({ ...CODE, nullable: true })
  readonly invoiceCode!: string | null;

  @TextField({ ...NUMBER, description: 'Null: the issuer itself', nullable: true })
  readonly invoiceNumber!: string | null;

  @DateField({ description: 'Of an issuer: first day of issue; null: from the beginning', nullable: true })
  readonly issuedFrom!: string | null;

  @DateField({ description: 'Of an issuer: last day of issue; null: without end', nullable: true })
  readonly issuedTo!: string | null;

  @EnumField(GROUND)
  readonly ground!: string;

  @TextField(SOURCE)
  readonly source!: string;

  @DateField({ description: 'Since when it is listed' })
  readonly listedOn!: string;

  @TextField({ description: 'The reason in words', max: 500, nullable: true })
  readonly note!: string | null;

  @DateField({ description: 'Since when it is lifted', nullable: true })
  readonly liftedOn!: string | null;

  @TextField({ description: 'What says so', max: 200, nullable: true })
  readonly liftedSource!: string | null;

  @TextField({ description: 'Why, in words', max: 500, nullable: true })
  readonly liftedNote!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  static from(this: void, entry: AbnormalEntry): AbnormalEntryDto {
    const { state, origin, issuerTaxNumber, invoiceCode, invoiceNumber, issuedFrom, issuedTo, ground } = entry;
    const { source, listedOn, note, liftedOn, liftedSource, liftedNote, version } = entry;
    return {
      id: publicId('abnormalEntry', entry.id),
      allowedActions: origin === 'check' ? [] : ABNORMAL.allowedActions(state),
      ...{ state, origin, issuerTaxNumber, invoiceCode, invoiceNumber, issuedFrom, issuedTo, ground },
      ...{ source, listedOn, note, liftedOn, liftedSource, liftedNote, version },
      createdAt: entry.createdAt.toISOString(),
    };
  }
}

export const AbnormalEntryPageDto = PageOf(AbnormalEntryDto);

/** A claim that stands on an abnormal invoice. */
export class AbnormalClaimDto {
  @IdField({ kind: 'claim', description: 'The claim' })
  readonly claimId!: string;

  @EnumField({ description: 'Where it stands', values: CLAIM_STATES })
  readonly state!: string;

  @MoneyField({ description: 'How much of its refund stands on the invoice, CNY' })
  readonly atStake!: MoneyDto;

  @EnumField({ description: 'What it means while the entry stands', values: ABNORMAL_MEANING_NAMES })
  readonly meaning!: string;

  @TextField({ description: 'The same in words, and what to do', max: 500 })
  readonly message!: string;

  static of(this: void, { id, state, shares, awarded }: ClaimAtStake, language: Language): AbnormalClaimDto {
    const meaning = meaningFor(state);
    const message = told(ABNORMAL_MEANINGS[meaning], language);
    return {
      claimId: publicId('claim', id),
      state,
      atStake: amountAtStake(shares, awarded).toJSON(),
      meaning,
      message,
    };
  }
}

/** An invoice that an entry names. */
export class AbnormalHitDto {
  @IdField({ kind: 'invoice', description: 'The invoice' })
  readonly invoiceId!: string;

  @IdField({ kind: 'order', description: 'The order whose goods it bought', nullable: true })
  readonly orderId!: string | null;

  @TextField(NUMBER)
  readonly invoiceNumber!: string;

  @DateField({ description: 'Day of issue' })
  readonly issuedOn!: string;

  @MoneyField({ description: '金额, without VAT' })
  readonly amountExVat!: MoneyDto;

  @MoneyField({ description: '税额' })
  readonly vat!: MoneyDto;

  @InstantField({ description: 'When this was told by event; null: it is about to be', nullable: true })
  readonly toldAt!: string | null;

  @InstantField({ description: 'When it was free of this entry again', nullable: true })
  readonly liftedAt!: string | null;

  @ListField(() => AbnormalClaimDto, { description: 'The claims that stand on it today', max: 100 })
  readonly claims!: AbnormalClaimDto[];

  static of(this: void, { invoice, claims }: AbnormalHit, language: Language): AbnormalHitDto {
    return {
      invoiceId: publicId('invoice', invoice.id),
      orderId: invoice.orderId === null ? null : publicId('order', invoice.orderId),
      invoiceNumber: invoice.invoiceNumber,
      issuedOn: invoice.issuedOn,
      amountExVat: fen(invoice.amountMinor),
      vat: fen(invoice.vatMinor),
      toldAt: invoice.toldAt?.toISOString() ?? null,
      liftedAt: invoice.liftedAt?.toISOString() ?? null,
      claims: claims.map((claim) => AbnormalClaimDto.of(claim, language)),
    };
  }
}

export const AbnormalHitPageDto = PageOf(AbnormalHitDto);

/** An entry of the abnormal lists, as an invoice that it names shows it. */
export class InvoiceAbnormalDto {
  @IdField({ kind: 'abnormalEntry', description: 'The entry' })
  readonly entryId!: string;

  @EnumField(GROUND)
  readonly ground!: string;

  @TextField({ description: 'The same in words', max: 200 })
  readonly message!: string;

  @TextField(SOURCE)
  readonly source!: string;

  @DateField({ description: 'Since when' })
  readonly listedOn!: string;

  static of(this: void, { id, ground, source, listedOn }: OpenEntry, language: Language): InvoiceAbnormalDto {
    const message = told(GROUNDS[ground], language);
    return { entryId: publicId('abnormalEntry', id), ground, message, source, listedOn };
  }
}
