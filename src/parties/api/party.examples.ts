/** Bodies of `POST /v1/parties` that work as they stand; the companies are made up, their check signs are right. */
export const PARTY_EXAMPLES = {
  seller: {
    kind: 'seller',
    reference: 'SME-001',
    name: '宁波示例进出口有限公司',
    nameEn: 'Ningbo Example Trading Co., Ltd.',
    country: 'CN',
    address: '浙江省宁波市鄞州区示例路 1 号',
    uscc: '91330200MA2AEFJN86',
    customsCode: '3302960001',
    enterpriseKind: 'trading',
    bankAccount: {
      accountNumber: '3310010120100123456',
      accountHolder: '宁波示例进出口有限公司',
      cnaps: '102332000012',
    },
    tax: { taxpayerType: 'general', refundClass: 2 },
  },
  buyer: {
    kind: 'buyer',
    reference: 'BUYER-001',
    name: 'Hamburg Haushalt GmbH',
    country: 'DE',
    address: 'Hafenstrasse 1, 20457 Hamburg',
    aliases: ['HAMBURG HAUSHALT'],
  },
};
