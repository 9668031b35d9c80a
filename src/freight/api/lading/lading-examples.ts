/** Of the order of the documentation: ten cartons of toys, in two containers. */
export const INSTRUCTIONS_EXAMPLES = {
  bill: {
    contact: { name: 'Li Wei', phone: '+86 574 8765 4321' },
    shippingMarks: 'TOYS C/NO. 1-10 MADE IN CHINA',
    utilizedTransportEquipments: [
      {
        equipmentReference: 'SBXU7950013',
        ISOEquipmentCode: '22G1',
        seals: [{ number: 'CN1234567', source: 'CAR' }],
      },
    ],
  },
};
