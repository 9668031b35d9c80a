const OVENS = {
  hsCode: '8516609000',
  goodsName: '电烤箱',
  goodsNameEn: 'Electric oven',
  declarationElements: '用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35',
  quantity: '1000',
  unit: '001',
  firstQuantity: '1000',
  firstUnit: '001',
  secondQuantity: '8000',
  secondUnit: '035',
  unitPrice: '10',
  total: { amount: '10000.00', currency: 'USD' },
  netWeightKg: '8000',
  grossWeightKg: '9000',
  volumeCbm: '27.5',
  packages: 1000,
  packageType: '22',
  sourceDistrict: '33029',
  purchase: { amountExVat: { amount: '60000.00', currency: 'CNY' }, vatRate: '0.13' },
};

const ORDER = {
  reference: 'SO-2026-0001',
  contractNumber: 'NB20261101',
  sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  buyerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  incoterm: 'FOB',
  currency: 'USD',
  salesChannel: '0110',
  lines: [OVENS],
  route: {
    portOfLoading: 'CNNGB',
    portOfDischarge: 'DEHAM',
    destinationCountry: 'DE',
    declarationOffice: '3104',
    exitOffice: '3104',
    transportMode: 'sea',
  },
  freight: { by: 'platform', mode: 'fcl', containers: [{ sizeType: '22G1', count: 1 }], readyDate: '2026-12-01' },
  refund: { mode: 'trading', advance: false },
  fx: { conversion: 'automatic', planRate: '7.05' },
};

/** Bodies of `POST /v1/orders` that work once the two ids are those of a seller and a buyer. */
export const ORDER_EXAMPLES = {
  full_container: ORDER,
  part_of_a_container_refund_advanced: {
    ...ORDER,
    reference: 'SO-2026-0002',
    contractNumber: 'NB20261102',
    freight: { by: 'platform', mode: 'lcl', readyDate: '2026-12-01' },
    refund: { mode: 'trading', advance: true },
  },
  draft: { ...ORDER, reference: 'SO-2026-0003', contractNumber: 'NB20261103', placement: 'later' },
};
