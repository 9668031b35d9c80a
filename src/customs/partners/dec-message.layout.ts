/**
 * Element names in their order, with the longest value each takes; `!` marks an element that is always there, even
 * empty. Source: 进出口货物报关单申报电子报文格式 V1.0 (GACC 2018 No. 67), DecMessage.
 */
export interface Field {
  readonly name: string;
  readonly max: number;
  readonly isAlways: boolean;
}

function layout(text: string): readonly Field[] {
  return [...text.matchAll(/(\w+) (\d+)(!?)/g)].map(([, name = '', max = '', always]) => ({
    name,
    max: Number(max),
    isAlways: always === '!',
  }));
}

export const HEAD = layout(`
  SeqNo 18 IEFlag 1! Type 2 AgentCode 18! AgentName 70! ApprNo 32 BillNo 32 ContrNo 32 CustomMaster 4! CutMode 3
  DistinatePort 6! FeeCurr 3 FeeMark 1 FeeRate 20 GrossWet 20! IEDate 8 IEPort 4 InsurCurr 3 InsurMark 1 InsurRate 20
  LicenseNo 20 ManualNo 12 NetWt 20! NoteS 70 OtherCurr 3 OtherMark 1 OtherRate 20 OwnerCode 18 OwnerName 70! PackNo 9!
  TradeCode 18! TradeCountry 3! TradeMode 4! TradeName 70! TrafMode 1! TrafName 26 TransMode 1 WrapType 2! EntryId 18
  PreEntryId 9 EdiId 1! Risk 10 CopName 70! CopCode 9 EntryType 1! PDate 8 TypistNo 30 InputerName 32 PartenerID 20
  TgdNo 18 DataSource 5 DeclTrnRel 1! ChkSurety 1 BillType 1 CopCodeScc 18 OwnerCodeScc 18 AgentCodeScc 18
  TradeCoScc 18 PromiseItmes 32! TradeAreaCode 3! CheckFlow 1 TaxAaminMark 1 MarkNo 400 DespPortCode 8! EntyPortCode 8!
  GoodsPlace 100! BLNo 50 InspOrgCode 10 SpecDeclFlag 10 PurpOrgCode 10 DespDate 8 CmplDschrgDt 8
  CorrelationReasonFlag 2 VsaOrgCode 10 OrigBoxFlag 1 DeclareName 50! NoOtherPack 1! OrgCode 10
  OverseasConsignorCode 20 OverseasConsignorCname 150 OverseasConsignorEname 100 OverseasConsignorAddr 100
  OverseasConsigneeCode 20 OverseasConsigneeEname 400 DomesticConsigneeEname 400 CorrelationNo 500 EdiRemark2 128
  EdiRemark 128`);

export const ITEM = layout(`
  ClassMark 1 CodeTS 10! ContrItem 19 DeclPrice 20! DutyMode 1 Factor 20 GModel 255 GName 255! GNo 9! OriginCountry 3!
  TradeCurr 3 DeclTotal 20! GQty 20! FirstQty 20 SecondQty 20 GUnit 3 FirstUnit 3 SecondUnit 3 UseTo 2 WorkUsd 20
  ExgNo 30 ExgVersion 8 DestinationCountry 3! CiqCode 20! DeclGoodsEname 100 OrigPlaceCode 50 Purpose 4 ProdValidDt 20
  ProdQgp 20 GoodsAttr 20 Stuff 400 Uncode 20 DangName 80 DangPackType 4 DangPackSpec 24 EngManEntCnm 100 NoDangFlag 1
  DestCode 8 GoodsSpec 2000 GoodsModel 2000 GoodsBrand 2000 ProduceDate 2000 ProdBatchNo 2000 DistrictCode 5 CiqName 50
  MnufctrRegNo 20 MnufctrRegName 150`);

export const CONTAINER = layout(`ContainerId 11! ContainerMd 32! GoodsNo 100 LclFlag 1 GoodsContaWt 20`);

export const OTHER_PACK = layout(`PackQty 9! PackType 20!`);

export const FREE_TEXT = layout(`RelId 18 RelManNo 12 BonNo 32 VoyNo 32 DecBpNo 32 CusFie 8 DecNo 13`);

export const SIGNATURE = layout(`
  OperType 1! ICCode 13 CopCode 18 OperName 30 ClientSeqNo 18! Sign 201! SignDate 16! Certificate 20 HostId 10!
  BillSeqNo 18 DomainId 1 Note 100`);
