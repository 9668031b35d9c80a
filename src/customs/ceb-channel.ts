import { type Provider } from '@nestjs/common';

import { CebMessages } from './application/ceb-messages.service.js';
import { CebPacking } from './application/ceb-packing.service.js';
import { CebReceipts } from './application/ceb-receipts.service.js';
import { CebSending } from './application/ceb-sending.service.js';
import { CebInbound } from './partners/ceb-inbound.port.js';
import { CebWindow } from './partners/ceb-window.port.js';
import { DxpCebWindow } from './partners/ceb-window.dxp.js';
import { CebXml } from './partners/ceb-xml.port.js';
import { InboundReader } from './partners/ceb/inbound-reader.js';
import { OfficialCebXml } from './partners/ceb/official-ceb-xml.js';
import { DocumentSigner } from './partners/document-signer.port.js';
import { SoftwareSigner } from './partners/signing/software-signer.js';

/** The channel to e-commerce customs, as the api and the worker both have it. */
export const CEB_CHANNEL: readonly Provider[] = [
  CebMessages,
  CebSending,
  CebReceipts,
  CebPacking,
  { provide: CebXml, useClass: OfficialCebXml },
  { provide: CebInbound, useClass: InboundReader },
  { provide: CebWindow, useClass: DxpCebWindow },
  { provide: DocumentSigner, useClass: SoftwareSigner },
];
