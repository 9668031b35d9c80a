/**
 * Elements of the message that are the declarant's to fill and that no field of the form stands for. What customs or the
 * single window fills is not among them. Source: 进出口货物报关单申报电子报文格式 V1.0 (GACC 2018 No. 67).
 */
export interface Detail {
  readonly name: string;
  /** Longest value, in characters. */
  readonly max: number;
  readonly en: string;
  readonly zh: string;
}

/** Values by the name of their element. */
export type Details = Readonly<Record<string, string>>;

function table(text: string): readonly Detail[] {
  return [...text.matchAll(/(\w+) (\d+) (.+?) \| (.+)/g)].map(([, name = '', max = '', zh = '', en = '']) => ({
    ...{ name, en, zh },
    max: Number(max),
  }));
}

export const HEAD_DETAILS = table(`
  CutMode 3 征免性质 | Nature of levy; 101 unless given
  LicenseNo 20 许可证号 | Export licence number
  ManualNo 12 备案号 | Number of the registration or handbook
  OtherCurr 3 杂费币制 | Currency of other charges
  OtherMark 1 杂费标志 | Other charges: 1 as a rate, 3 as a total
  OtherRate 20 杂费／率 | Other charges, amount or rate
  ChkSurety 1 担保验放标志 | Released against a guarantee
  PromiseItmes 32 承诺事项 | Business confirmations: special relationship, its influence on the price, royalties, formula price, provisional price; 9 blank, 0 no, 1 yes
  TaxAaminMark 1 自报自缴 | Self-assessed and self-paid
  BLNo 50 B/L号 | Number of the house bill
  InspOrgCode 10 口岸检验检疫机关 | Inspection office of the port
  SpecDeclFlag 10 特种业务标识 | Special business flags
  PurpOrgCode 10 目的地检验检疫机关 | Inspection office of the destination
  VsaOrgCode 10 领证机关 | Office that issues certificates
  OrgCode 10 检验检疫受理机关 | Inspection office that accepts
  CorrelationReasonFlag 2 关联理由 | Reason for a related declaration
  CorrelationNo 500 关联号码 | Number of the related declaration
  OverseasConsigneeCode 20 境外收货人编码 | Code of the consignee abroad (AEO)
  DomesticConsigneeEname 400 境内收发货人名称（外文） | English name of the exporter
  EdiRemark 128 企业自定义内容 | The company's own remark`);

export const ITEM_DETAILS = table(`
  DutyMode 1 征减免税方式 | How duty is levied; 1 unless given
  ContrItem 19 备案序号 | Item of the registration or handbook
  UseTo 2 用途 | Use
  ExgNo 30 货号 | Article number
  ExgVersion 8 版本号 | Version of the handbook
  CiqCode 20 CIQ代码 | Inspection code; 999 unless given
  CiqName 50 CIQ名称 | Name of the inspection code
  OrigPlaceCode 50 原产地区代码 | Region of origin
  Purpose 4 用途代码 | Purpose
  ProdValidDt 20 产品有效期 | Valid until
  ProdQgp 20 产品保质期 | Shelf life, days
  GoodsAttr 20 货物属性代码 | Attributes of the goods
  Stuff 400 成份/原料/组份 | Ingredients
  Uncode 20 UN编码 | UN number of dangerous goods
  DangName 80 危险货物名称 | Name of dangerous goods
  DangPackType 4 危包类别 | Packing group of dangerous goods
  DangPackSpec 24 危包规格 | Packing of dangerous goods
  NoDangFlag 1 非危险化学品 | Not a dangerous chemical
  DestCode 8 产地代码 | Place of production, administrative division
  GoodsSpec 2000 检验检疫货物规格 | Specification for inspection
  GoodsModel 2000 货物型号 | Model
  GoodsBrand 2000 货物品牌 | Brand
  ProduceDate 2000 生产日期 | Dates of production
  ProdBatchNo 2000 生产批号 | Batch numbers
  MnufctrRegNo 20 生产单位注册号 | Registration of the maker
  MnufctrRegName 150 生产单位名称 | Registered name of the maker`);

/** 自由文本, beside the voyage, which the transport holds. */
export const FREE_TEXT_DETAILS = table(`
  RelId 18 关联报关单号 | Number of a related declaration
  RelManNo 12 关联备案号 | Number of a related handbook
  BonNo 32 监管仓号 | Number of the supervised warehouse
  DecBpNo 32 报关员联系方式 | How to reach the declarant
  CusFie 8 货场代码 | Code of the yard
  DecNo 13 报关员海关注册编码 | Registration of the declarant`);

export interface DetailChange {
  readonly field: string;
  /** Null takes it away. */
  readonly value: string | null;
}

/** The details with the changes in them. */
export function changedDetails(details: Details | undefined, changes: readonly DetailChange[]): Details {
  const kept = new Map(Object.entries(details ?? {}));
  for (const { field, value } of changes) {
    if (value === null || value.trim() === '') kept.delete(field);
    else kept.set(field, value);
  }
  return Object.fromEntries(kept);
}
