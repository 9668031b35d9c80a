/** Of the order of the documentation. */
export const VGM_EXAMPLES = {
  weighed: {
    equipmentReference: 'SBXU7950013',
    method: 'SM1',
    cargoKg: '20000',
    dunnageKg: '300',
    tareKg: '2200',
    weighedKg: '22480',
    weighedAt: '2026-11-24T08:30:00+08:00',
    weighingPlace: 'Beilun weighbridge 3, Ningbo',
    certificateReference: 'W42-23110812',
    responsiblePerson: 'Li Wei',
  },
  calculated: {
    equipmentReference: 'SBXU7950013',
    method: 'SM2',
    cargoKg: '20000',
    dunnageKg: '300',
    tareKg: '2200',
    responsiblePerson: 'Li Wei',
  },
};
