import { REASON } from './cause.js';
import { decimal, event, nullable, text, word } from './shape.js';

const OF_BOX = {
  bookingId: text('bkg_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  equipmentReference: text('SBXU7950013', 'The container'),
  verifiedKg: decimal('22480', 'Verified gross mass, kg'),
};

/** Verified gross masses of packed containers, as the carrier is told them. */
export const VGM_EVENTS = {
  'freight.vgm.declared': event(
    ['vgmDeclaration'],
    'the verified gross mass of a container goes to the carrier, in place of `supersedesId` where there was one',
    '集装箱 VGM 已声明，并取代 `supersedesId`（如有）',
    {
      ...OF_BOX,
      method: word(['SM1', 'SM2'], 'Weighed, or calculated'),
      supersedesId: nullable(text('vgm_01jdq3x7k2e9ta6v0m8r4c5wza')),
    },
  ),
  'freight.vgm.accepted': event(
    ['vgmDeclaration'],
    'the carrier has accepted the verified gross mass of a container',
    '承运人已接受集装箱 VGM',
    OF_BOX,
  ),
  'freight.vgm.rejected': event(
    ['vgmDeclaration'],
    'the carrier does not take the verified gross mass of a container; declare it anew',
    '承运人不接受集装箱 VGM，须重新声明',
    { ...OF_BOX, ...REASON },
  ),
} as const;
