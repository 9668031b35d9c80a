import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { TRANSIT_AND_TAX_PARTS } from './data/transit-and-tax-parts.js';
import { type Detail, type Details } from './message-details.js';
import { SAY } from './validation.sentences.js';

export interface PartField extends Detail {
  readonly isNeeded: boolean;
  /** Its element stands in the message even where nothing is in it. */
  readonly isAlways: boolean;
}

/** A part of the message that may be there several times, or not at all. */
export interface MessagePart {
  readonly name: PartName;
  readonly en: string;
  readonly zh: string;
  /** How many the message takes; null: no end is stated. */
  readonly most: number | null;
  /** It belongs to an item of the goods. */
  readonly isOfItem: boolean;
  readonly fields: readonly PartField[];
}

export const PART_NAMES = [
  'DecGoodsLimit',
  'DecGoodsLimitVin',
  'DecRequestCert',
  'DecCopLimit',
  'DecUser',
  'DecMarkLob',
  'EdocRealation',
  'EcoRelation',
  'TrnHead',
  'TrnList',
  'TrnContainer',
  'TrnContaGoods',
  'SddTaxHead',
  'SddTaxList',
  'SddTaxDetail',
  'DecRisk',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** One of them, as it is given. */
export interface GivenPart {
  readonly part: PartName;
  /** Of a part that belongs to an item; null of the others. */
  readonly itemNumber: number | null;
  readonly fields: Details;
}

/** A picture of marks is base64, some 48 KiB of it. The format would take a megabyte. */
const ATTACHMENT_MAX = 65_536;

/**
 * Where the schema and the format disagree, the one that the official sample keeps to: telephones have twenty characters,
 * not five. Source: 进出口货物报关单申报电子报文格式 V1.0 (GACC 2018 No. 67) and its schema.
 */
const TEXT = `
  DecGoodsLimit - item 许可证信息 | Licences of an item
    LicTypeCode 5! 许可证类别代码 | Kind of licence
    LicenceNo 40 许可证编号 | Its number
    LicWrtofDetailNo 2 许可证核销明细序号 | Line of it that is written off
    LicWrtofQty 20 许可证核销数量 | Quantity that is written off
  DecGoodsLimitVin - item 许可证VIN信息 | Vehicles of a licence of an item
    LicenceNo 20! 许可证编号 | Number of the licence
    LicTypeCode 5! 许可证类别代码 | Kind of the licence
    VinNo 5! VIN序号 | Number of the vehicle, from 1
    BillLadDate 19 提/运单日期 | Date of the bill of lading
    QualityQgp 100 质量保质期 | Warranty
    MotorNo 100 发动机号或电机号 | Number of the engine
    VinCode 20 车辆识别代码（VIN） | Vehicle identification number
    ChassisNo 20 底盘（车架）号 | Number of the chassis
    InvoiceNum 19 发票所列数量 | Quantity on the invoice
    ProdCnnm 500 品名（中文名称） | Name in Chinese
    ProdEnnm 500 品名（英文名称） | Name in English
    ModelEn 500 型号（英文） | Model in English
    PricePerUnit 14 单价 | Price of one
  DecRequestCert - head 申请单证信息 | Certificates that are applied for
    AppCertCode 50! 申请单证代码 | Which certificate
    ApplOri 50! 申请单证正本数 | How many originals
    ApplCopyQuan 50! 申请单证副本数 | How many copies
  DecCopLimit - head 企业资质信息 | Qualifications of the company
    EntQualifNo 40 企业资质编号 | Number of the qualification
    EntQualifTypeCode 5! 企业资质类别代码 | Kind of qualification
  DecUser - head 使用人信息 | Who uses the goods
    UseOrgPersonCode 20 使用单位联系人 | Whom to ask
    UseOrgPersonTel 20 使用单位联系电话 | Telephone
  DecMarkLob - head 标记号码附件 | Pictures of marks
    AttachName 80! 附件名称 | Name of the file
    AttachType 2 附件类型 | Kind of file
    Attachment ${ATTACHMENT_MAX}! 附件 | The file, base64
  EdocRealation 10 head 电子随附单据关联关系信息 | Attached documents that the single window has
    EdocID 64! 随附单据编号 | Number of the document there
    EdocCode 8! 随附单证类别 | Kind: 00000001 invoice, 00000002 packing list, 00000003 bill of lading, 00000004 contract
    EdocFomatType 2! 随附单据格式类型 | Format: US scanned, S structured
    OpNote 255! 操作说明（重传原因） | Note, or why it was uploaded again
    EdocCopId 64! 随附单据文件企业名 | Name of the file at the company
    EdocOwnerCode 10! 所属单位海关编号 | Customs registration of whose it is
    SignUnit 10! 签名单位代码 | Who signed it
    SignTime 14! 签名时间 | When it was signed, YYYYMMDDHHMMSS
    EdocOwnerName 100 所属单位名称 | Whose it is
    EdocSize 12 随附单据文件大小 | Its size, bytes
  EcoRelation 20 head 原产地证明项号关联关系 | Items of certificates of origin
    CertType 3! 单据类型 | Kind of certificate: Y14
    EcoCertNo 64! 单据证书号 | Its number
    DecGNo 9! 报关单商品项号 | Item of the declaration
    EcoGNo 9! 原产地证书单证项号 | Item of the certificate
    ExtendFiled 255 扩展字段 | For what may come${TRANSIT_AND_TAX_PARTS}`;

const ROW = /^ {2}(\S+) (\d+|-) (item|head) (.+?) \| (.+)$/;
const FIELD = /^ {4}(\w+) (\d+)([!=]?) (.+?) \| (.+)$/;

export const MESSAGE_PARTS: ReadonlyMap<PartName, MessagePart> = new Map(
  TEXT.split(/\n(?= {2}\S)/)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n');
      const [, name = '', most = '', place, zh = '', en = ''] = ROW.exec(head) ?? [];
      const part = { en, zh, most: most === '-' ? null : Number(most), isOfItem: place === 'item' };
      return [name as PartName, { ...part, name: name as PartName, fields: lines.map(fieldOf) }];
    }),
);

/** @throws Error for a name that is none */
export function messagePart(name: PartName): MessagePart {
  const part = MESSAGE_PARTS.get(name);
  if (part === undefined) throw new Error(`There is no part ${name}`);
  return part;
}

function fieldOf(line: string): PartField {
  const [, name = '', max = '', mark = '', zh = '', en = ''] = FIELD.exec(line) ?? [];
  return { name, max: Number(max), isNeeded: mark === '!', isAlways: mark !== '', zh, en };
}

/** @throws InvalidInputError for an element that its part does not have, and for an item that is missing or too much */
export function assertParts(parts: readonly GivenPart[]): void {
  const faults: Fault[] = parts.flatMap(({ part, itemNumber, fields }, index) => {
    const known = messagePart(part);
    const unknown = Object.keys(fields).filter((field) => known.fields.every(({ name }) => name !== field));
    const isPlaced = known.isOfItem === (itemNumber !== null);
    return [
      ...unknown.map((field) => ({
        pointer: `/parts/${index}/fields`,
        code: 'unknown_field',
        message: SAY.no_field_of_part({ field, part }),
      })),
      ...(isPlaced ? [] : [{ pointer: `/parts/${index}/itemNumber`, code: 'misplaced', message: placeOf(known) }]),
    ];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function placeOf({ name, isOfItem }: MessagePart): Fault['message'] {
  return isOfItem ? SAY.part_of_item({ part: name }) : SAY.part_of_head({ part: name });
}

/** Those of a name, each with its place among all, for the pointers. */
export function partsNamed(
  parts: readonly GivenPart[] | undefined,
  name: PartName,
): readonly (GivenPart & { readonly at: string })[] {
  const placed = (parts ?? []).map((part, index) => ({ ...part, at: `/parts/${index}` }));
  return placed.filter(({ part }) => part === name);
}
