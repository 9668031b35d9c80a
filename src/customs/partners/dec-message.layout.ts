import { messagePart, type PartName } from '../domain/message-parts.js';

/**
 * Element names in their order, with the longest value each takes; `!` marks an element that is always there, even
 * empty, then its Chinese name. Source: 进出口货物报关单申报电子报文格式 V1.0 (GACC 2018 No. 67), DecMessage.
 */
export interface Field {
  readonly name: string;
  readonly max: number;
  readonly isAlways: boolean;
  /** Its Chinese name, as the single window shows it. */
  readonly label: string;
}

export function layout(text: string): readonly Field[] {
  return [...text.matchAll(/(\w+) (\d+)(!?) (.+)/g)].map(([, name = '', max = '', always, label = '']) => ({
    name,
    max: Number(max),
    isAlways: always === '!',
    label,
  }));
}

export const HEAD = layout(`
  SeqNo 18 数据中心统一编号
  IEFlag 1! 进出口标志
  Type 2 单据类型
  AgentCode 18! 申报单位代码
  AgentName 70! 申报单位名称
  ApprNo 32 批准文号
  BillNo 32 提单号
  ContrNo 32 合同号
  CustomMaster 4! 申报地海关
  CutMode 3 征免性质
  DistinatePort 6! 经停港/指运港
  FeeCurr 3 运费币制
  FeeMark 1 运费标记
  FeeRate 20 运费／率
  GrossWet 20! 毛重
  IEDate 8 进出口日期
  IEPort 4 进出境关别
  InsurCurr 3 保险费币制
  InsurMark 1 保险费标记
  InsurRate 20 保险费／率
  LicenseNo 20 许可证编号
  ManualNo 12 备案号
  NetWt 20! 净重
  NoteS 70 备注
  OtherCurr 3 杂费币制
  OtherMark 1 杂费标志
  OtherRate 20 杂费／率
  OwnerCode 18 消费使用/生产销售单位代码
  OwnerName 70! 消费使用/生产销售单位名称
  PackNo 9! 件数
  TradeCode 18! 境内收发货人代码
  TradeCountry 3! 启运国/运抵国
  TradeMode 4! 监管方式
  TradeName 70! 境内收发货人名称
  TrafMode 1! 运输方式代码
  TrafName 26 运输工具代码及名称
  TransMode 1 成交方式
  WrapType 2! 包装种类
  EntryId 18 海关编号
  PreEntryId 9 预录入编号
  EdiId 1! 报关标志
  Risk 10 风险评估参数
  CopName 70! 录入单位名称
  CopCode 9 录入单位代码
  EntryType 1! 报关单类型
  PDate 8 打印日期
  TypistNo 30 录入员IC卡号
  InputerName 32 录入员名称
  PartenerID 20 申报人标识
  TgdNo 18 宁波通关申请单号
  DataSource 5 数据来源
  DeclTrnRel 1! 报关/转关关系标志
  ChkSurety 1 担保验放标志
  BillType 1 备案清单类型
  CopCodeScc 18 录入单位统一编码
  OwnerCodeScc 18 货主单位统一编码
  AgentCodeScc 18 申报单位统一编码
  TradeCoScc 18 境内收发货人统一编码
  PromiseItmes 32! 承诺事项
  TradeAreaCode 3! 贸易国别
  CheckFlow 1 查验分流
  TaxAaminMark 1 税收征管标记
  MarkNo 400 标记及号码
  DespPortCode 8! 启运港代码
  EntyPortCode 8! 入境/离境口岸代码
  GoodsPlace 100! 存放地点
  BLNo 50 B/L号
  InspOrgCode 10 口岸检验检疫机关
  SpecDeclFlag 10 特种业务标识
  PurpOrgCode 10 目的地检验检疫机关
  DespDate 8 启运日期
  CmplDschrgDt 8 卸毕日期
  CorrelationReasonFlag 2 关联理由
  VsaOrgCode 10 领证机关
  OrigBoxFlag 1 原集装箱标识
  DeclareName 50! 报关员姓名
  NoOtherPack 1! 无其他包装
  OrgCode 10 检验检疫受理机关
  OverseasConsignorCode 20 境外发货人代码
  OverseasConsignorCname 150 境外发货人名称
  OverseasConsignorEname 100 境外发货人名称（外文）
  OverseasConsignorAddr 100 境外发货人地址
  OverseasConsigneeCode 20 境外收货人编码
  OverseasConsigneeEname 400 境外收货人名称（外文）
  DomesticConsigneeEname 400 境内收发货人名称（外文）
  CorrelationNo 500 关联号码
  EdiRemark2 128 企业申报自定义内容2
  EdiRemark 128 企业申报自定义内容`);

export const ITEM = layout(`
  ClassMark 1 归类标志
  CodeTS 10! 商品编号
  ContrItem 19 备案序号
  DeclPrice 20! 申报单价
  DutyMode 1 征减免税方式
  Factor 20 申报计量单位与法定单位比例因子
  GModel 255 商品规格、型号
  GName 255! 商品名称
  GNo 9! 商品序号
  OriginCountry 3! 原产国（地区）
  TradeCurr 3 成交币制
  DeclTotal 20! 申报总价
  GQty 20! 申报数量（成交计量单位）
  FirstQty 20 第一法定数量
  SecondQty 20 第二法定数量
  GUnit 3 申报计量单位（成交计量单位）
  FirstUnit 3 第一计量单位（法定单位）
  SecondUnit 3 第二计量单位
  UseTo 2 用途/生产厂家
  WorkUsd 20 工缴费
  ExgNo 30 货号
  ExgVersion 8 版本号
  DestinationCountry 3! 最终目的国（地区）
  CiqCode 20! CIQ代码
  DeclGoodsEname 100 申报货物名称（外文）
  OrigPlaceCode 50 原产地区代码
  Purpose 4 用途代码
  ProdValidDt 20 产品有效期
  ProdQgp 20 产品保质期
  GoodsAttr 20 货物属性代码
  Stuff 400 成份/原料/组份
  Uncode 20 UN编码
  DangName 80 危险货物名称
  DangPackType 4 危包类别
  DangPackSpec 24 危包规格
  EngManEntCnm 100 境外生产企业名称
  NoDangFlag 1 非危险化学品
  DestCode 8 目的地代码
  GoodsSpec 2000 检验检疫货物规格
  GoodsModel 2000 货物型号
  GoodsBrand 2000 货物品牌
  ProduceDate 2000 生产日期
  ProdBatchNo 2000 生产批号
  DistrictCode 5 境内目的地/境内货源地
  CiqName 50 CIQ名称
  DecGoodsLimits 0 许可证信息
  MnufctrRegNo 20 生产单位注册号
  MnufctrRegName 150 生产单位名称`);

export const CONTAINER = layout(`
  ContainerId 11! 集装箱号
  ContainerMd 32! 集装箱规格
  GoodsNo 100 商品序号
  LclFlag 1 拼箱标识
  GoodsContaWt 20 箱货重量`);

/** 随附单证 (LicenseDocu) */
export const LICENCE = layout(`
  DocuCode 1! 单证代码
  CertCode 32! 单证编号`);

export const partLayout = (name: PartName): readonly Field[] =>
  messagePart(name).fields.map((field) => ({
    name: field.name,
    max: field.max,
    isAlways: field.isAlways,
    label: field.zh,
  }));

/** Before the elements of a licence of an item. */
export const GOODS_NUMBER: Field = { name: 'GoodsNo', max: 9, isAlways: true, label: '商品序号' };

export const OTHER_PACK = layout(`
  PackQty 9! 包装件数
  PackType 20! 包装材料种类`);

export const FREE_TEXT = layout(`
  RelId 18 关联报关单号
  RelManNo 12 关联备案号
  BonNo 32 监管仓号
  VoyNo 32 航次号
  DecBpNo 32 报关员联系方式
  CusFie 8 货场代码
  DecNo 13 报关员号`);

export const SIGNATURE = layout(`
  OperType 1! 操作类型
  ICCode 13 操作员IC卡号
  CopCode 18 录入单位代码
  OperName 30 操作员姓名
  ClientSeqNo 18! 客户端报关单编号
  Sign 201! 数字签名信息
  SignDate 16! 签名日期
  Certificate 20 操作员卡的证书号
  HostId 10! 客户端邮箱的HostId
  BillSeqNo 18 对应清单统一编号
  DomainId 1 签名单位类型
  Note 100 备用`);

/** 修撤单保存请求数据 (DecModMessage); `Items` stands where the fields of an amendment do. */
export const MODIFICATION = layout(`
  DecModType 1! 修撤单类型
  EntryId 18! 报关单号
  CustomsCode 4! 申报地海关
  TradeCode 10! 经营单位海关编码
  TradeName 255! 经营单位名称
  AgentCode 10! 申报单位海关编码
  AgentName 255! 申报单位名称
  DecModNote 1000! 修撤单原因
  CheckMark 1! 审查表标识
  DecSeqNo 18! 报关单统一编号
  Items 0 修撤字段
  Sign 201! 签名信息
  SignTime 14! 签名时间
  IeFlag 1! 进出口类型
  OperType 1! 操作类型
  IcCode 13! 企业操作员IC卡号`);

export const MODIFIED_FIELD = layout(`
  No 4! 修撤字段序号
  FieldCode 20! 修改字段英文名
  FieldName 50! 修改字段中文名
  OldValue 255 字段原值
  NewValue 255 字段新值`);
