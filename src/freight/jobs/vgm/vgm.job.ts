import { defineJob, defineWatch } from '../../../platform/queues/job-definition.js';

export interface VgmPayload {
  readonly declarationId: string;
}

/** Names the asking that was ordered, so that one that was overtaken does nothing. */
export interface VgmAskPayload extends VgmPayload {
  readonly dueAt: string;
}

/** Tells the carrier the verified gross mass of one container. */
export const SEND_VGM = defineJob<VgmPayload>('freight.send-vgm', { attemptsMax: 12 });

/** Asks the carrier what it makes of one. */
export const ASK_FOR_VGM = defineWatch<VgmAskPayload>('freight.ask-for-vgm');
