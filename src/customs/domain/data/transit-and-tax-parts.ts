/**
 * Parts of the message for goods in transit between offices of customs (转关), for taxes that the importer reckons (报税单) and for
 * what was found of risk. Lengths of figures are those of the format; `=` is there even where it is empty. In the order and under the
 * names of the schema, which has more than the text of the format. Source: as the other parts (`message-parts.ts`).
 */
export const TRANSIT_AND_TAX_PARTS = `
  TrnHead 1 head 转关单表头 | Transit: the declaration
    TrnPreId 18 转关单统一编号 | Its number at the single window; empty the first time
    TransNo 16 载货清单号 | Number of the cargo list
    TurnNo 16 转关申报单号 | Number of the transit declaration
    NativeTrafMode 1 境内运输方式 | How it travels within China
    TrafCustomsNo 13 境内运输工具编号 | Number of the vehicle
    NativeShipName 30 境内运输工具名称 | Name of the vehicle
    NativeVoyageNo 32 境内运输工具航次 | Its voyage
    ContractorName 70 承运单位名称 | Who carries it
    ContractorCode 10 承运单位组织机构代码 | Organisation code of whoever carries it
    TransFlag 2 转关类型 | Kind of transit: 1 in advance, AA second transit of an export, 1G, 1T, 1E, 1P, 1K
    ValidTime 8 预计运抵指运地时间 | Expected at its destination, YYYYMMDD
    ESealFlag 1 是否启用电子关锁标志 | Electronic seal: Y or N
    Notes 200 备注 | Remarks
    TrnType 1 转关单类型 | 1 without paper, 0 with paper
    ApplCodeScc 18 转关申报单位统一代码 | Credit code of whoever declares the transit
  TrnList 1 head 转关单表体（提运单信息） | Transit: the transport across the border
    TrafMode 1 进出境运输方式 | How it crosses the border
    ShipId 32 进出境运输工具编号 | Number of the vessel
    ShipNameEn 255 进出境运输工具名称 | Name of the vessel
    VoyageNo 32 进出境运输工具航次 | Its voyage
    BillNo 32 提单号 | Number of the bill of lading
    IEDate 8 实际进出境日期 | When it crossed the border, YYYYMMDD
  TrnContainer 500 head 转关单集装箱 | Transit: containers
    ContaNo 11! 集装箱号 | Number of the container
    ContaSn 3 集装箱序号 | Its place
    ContaModel 4 集装箱规格 | Its kind
    SealNo 128 电子关锁号 | Number of the electronic seal
    TransName 32 境内运输工具名称 | Name of the vehicle
    TransWeight 20 运输工具实际重量 | What the vehicle weighs
  TrnContaGoods - head 转关单集装箱和商品关系 | Transit: goods in containers
    ContaNo 11! 集装箱号 | Number of the container
    GNo 9! 商品序号 | Item of the declaration
    ContaGoodsCount 9! 商品件数 | How many packages
    ContaGoodsWeight 20! 商品重量 | What they weigh
  SddTaxHead 1 head 报税单表头 | Taxes that the importer reckons: the statement
    FileName 64 文件名称 | Name of the file
    SeqNo 18 预录入号 | Number at the single window
    SddNo 18 报税单编号 | Number of the statement
    IEFlag 1 进出口标志 | I or E
    DeclPort 4 申报口岸 | Office of declaration
    DDate 10 预计申报日期 | Expected day of declaration
    TradeCo 10 经营单位编号 | Customs registration of the importer
    TradeName 70 经营单位名称 | Name of the importer
    InRatio 22 内销比率 | Share that is sold in China
    TradeMode 4 监管方式 | Supervision mode
    CutMode 3 征免性质分类 | Kind of levy
    TransMode 1 成交方式 | Trade term
    FeeMark 1 运费标记 | Freight: 1 rate, 2 per unit, 3 total
    FeeCurr 3 运费币制 | Its currency
    FeeRate 22 运费／率 | Its amount or rate
    InsurMark 1 保险费标记 | Insurance: 1 rate, 2 per unit, 3 total
    InsurCurr 3 保险费币制 | Its currency
    InsurRate 22 保险费／率 | Its amount or rate
    OtherMark 1 杂费标记 | Other charges: 1 rate, 2 per unit, 3 total
    OtherCurr 3 杂费币制 | Their currency
    OtherRate 22 杂费／率 | Their amount or rate
    ManualNo 12 备案号 | Number of the record
    TradeCoScc 18 经营单位统一代码 | Credit code of the importer
    GrossWt 22 毛重 | Gross weight
    NoteS 255 备注 | Remarks
    LegalLiability 255= 法律责任 | What is answered for
    Sign 255= 数字签名信息 | Digital signature
    MessId 255 签名消息号 | Number of the signed message
    CertSeqNo 255 签名证书号 | Number of the certificate
    Status 255 状态 | State
    F_DATE 10 料件首次进口日期 | First import of the materials
    TAX_NO 18= 海关计税服务编号 | Number of the tax service of customs
  SddTaxList 50 head 报税单表体 | Taxes that the importer reckons: items
    GNo 9! 商品序号 | Item of the declaration
    CodeTs 10 商品编号 | Code
    GName 255 商品名称 | Name
    OriginCountry 3 产销国 | Origin
    AgreementId 3 协定编号 | Trade agreement
    Qty1 20 第一数量 | First quantity
    Unit1 3 第一计量单位 | Its unit
    Qty2 20 第二数量 | Second quantity
    Unit2 3 第二计量单位 | Its unit
    TradeCurr 3 成交币制 | Currency
    DeclPrice 20 申报单价 | Price of one
    DeclTotal 20 申报总价 | Price of all
    DutyMode 1 征减免税方式 | How the levy is waived
    Antidumping 1 反倾销涉案 | Whether anti-dumping duty applies
    Antisubsidy 1 反补贴涉案 | Whether countervailing duty applies
    DutyValue 20 特案完税价格 | Dutiable value of a special case
    DutyRate 20 关税从价税率 | Rate of duty by value
    QtyDutyRate 20 关税从量税率 | Rate of duty by quantity
    RegRate 20 消费税从价税率 | Rate of consumption tax by value
    QtyRegRate 20 消费税从量税率 | Rate of consumption tax by quantity
    TaxRate 20 增值税率 | Rate of VAT
    AntidumpingRate 20 反倾销税率 | Rate of anti-dumping duty
    AntisubsidyRate 20 反补贴税率 | Rate of countervailing duty
    TrashfundRate 20 废弃基金税率 | Rate of the fund for discarded goods
  SddTaxDetail 500 head 税费计征结果 | Taxes that the importer reckons: what comes of it
    GNo 9! 商品序号 | Item of the declaration
    TaxType 1! 税种 | Which tax
    RealTax 20! 金额 | How much
  DecRisk 1 head 风险评估信息 | What was found of risk
    Risk 10= 风险评估结果 | What was found
    Sign 201= 数字签名信息 | Digital signature
    SignDate 16= 处理日期 | When, YYYYMMDDHHMMSSmm
    Note 100= 备注 | Remarks`;
