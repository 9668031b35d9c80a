import { defineJob, defineWatch } from '../../../platform/queues/job-definition.js';

export interface InstructionsPayload {
  readonly instructionsId: string;
}

export interface DocumentPayload {
  readonly documentId: string;
}

/** Names the asking that was ordered, so that one that was overtaken does nothing. */
export interface PaperAskPayload extends InstructionsPayload {
  readonly dueAt: string;
}

/** Sends the carrier what it is owed of shipping instructions: themselves, an update, what is taken back. */
export const SEND_INSTRUCTIONS = defineJob<InstructionsPayload>('freight.send-instructions', { attemptsMax: 12 });

/** Asks the carrier for what is wished of a transport document. */
export const SEND_DOCUMENT_WISH = defineJob<DocumentPayload>('freight.send-document-wish', { attemptsMax: 12 });

/** Asks the carrier how papers stand. */
export const ASK_FOR_PAPERS = defineWatch<PaperAskPayload>('freight.ask-for-papers');
