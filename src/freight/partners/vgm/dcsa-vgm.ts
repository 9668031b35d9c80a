import { type VgmReport, VGM_WORDS } from '../../domain/vgm/vgm-report.js';
import { dcsaCode } from '../../domain/event-codes.js';
import { flatEvent } from '../dcsa-events.js';
import { instantAt, isJson, textAt } from '../dcsa-reading.js';
import { declarationNamed } from './vgm-naming.js';

/** What Track & Trace events say of our declarations of verified gross mass; the other events of the list say nothing of them. */
export function readVgmEvents(messages: readonly unknown[]): VgmReport[] {
  return messages.filter(isJson).flatMap((message): VgmReport[] => {
    const event = flatEvent(message);
    const declarationId = declarationNamed(event);
    const command = VGM_WORDS[dcsaCode(textAt(event, 'shipmentEventTypeCode') ?? '')];
    if (declarationId === null || command === undefined) return [];
    const asOf = new Date(instantAt(event, 'eventDateTime'));
    return [{ declarationId, command, reason: textAt(event, 'reason'), asOf }];
  });
}
