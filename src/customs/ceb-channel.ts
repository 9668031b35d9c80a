import { type Provider } from '@nestjs/common';

import { APP_CONFIG, type AppConfig } from '../platform/config/app-config.js';

import { CebMessages } from './application/ceb-messages.service.js';
import { CebPacking } from './application/ceb-packing.service.js';
import { CebReceipts } from './application/ceb-receipts.service.js';
import { CebSending } from './application/ceb-sending.service.js';
import { CebInbound } from './partners/ceb-inbound.port.js';
import { CebSettings } from './partners/ceb-settings.js';
import { CebWindow } from './partners/ceb-window.port.js';
import { DxpCebWindow } from './partners/ceb-window.dxp.js';
import { CebXml } from './partners/ceb-xml.port.js';
import { InboundReader } from './partners/ceb/inbound-reader.js';
import { OfficialCebXml } from './partners/ceb/official-ceb-xml.js';
import { DocumentSigner } from './partners/document-signer.port.js';
import { SANDBOX_CERTIFICATE, SANDBOX_KEY } from './partners/signing/sandbox-certificate.js';
import { SoftwareSigner } from './partners/signing/software-signer.js';

/** The channel to e-commerce customs, as the api and the worker both have it. */
export const CEB_CHANNEL: readonly Provider[] = [
  CebMessages,
  CebSending,
  CebReceipts,
  CebPacking,
  { provide: CebSettings, inject: [APP_CONFIG], useFactory: settingsOf },
  { provide: CebXml, useClass: OfficialCebXml },
  { provide: CebInbound, useClass: InboundReader },
  { provide: CebWindow, useClass: DxpCebWindow },
  { provide: DocumentSigner, useClass: SoftwareSigner },
];

/** Outside production messages are signed all the same: with a key that everybody has. */
function settingsOf({ ceb, environment }: Pick<AppConfig, 'ceb' | 'environment'>): CebSettings {
  const sandbox = environment === 'production' ? null : { certificate: SANDBOX_CERTIFICATE, key: SANDBOX_KEY };
  return new CebSettings({ ...ceb, signing: ceb.signing ?? sandbox });
}
