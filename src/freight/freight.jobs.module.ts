import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/index.js';
import { OrdersJobsModule } from '../orders/index.js';
import { BookingAmendments } from './application/booking-changes.service.js';
import { Bookings } from './application/bookings.service.js';
import { Carriage } from './application/carriage.service.js';
import { ChangeAnswers } from './application/change-answers.service.js';
import { CourierWords } from './application/consignments/courier-words.service.js';
import { CutOffs } from './application/cut-offs.service.js';
import { Milestones } from './application/milestones.service.js';
import { PlaceBook } from './application/place-book.js';
import { Quotes } from './application/quotes.service.js';
import { Rates } from './application/rates.service.js';
import { WaitingEvents } from './application/waiting-events.service.js';
import { AskCarrier } from './jobs/ask-carrier.processor.js';
import { CarrierDesk } from './jobs/carrier-desk.js';
import { AskCourier } from './jobs/consignments/ask-courier.processor.js';
import { SendConsignment } from './jobs/consignments/send-consignment.processor.js';
import { SendWithdrawal } from './jobs/consignments/send-withdrawal.processor.js';
import { TakeCourierMessage } from './jobs/consignments/take-courier-message.processor.js';
import { ExpireCutOffs } from './jobs/expire-cut-offs.processor.js';
import { OnOrderPlaced } from './jobs/on-order-placed.processor.js';
import { OnOverseasExport } from './jobs/on-overseas-export.processor.js';
import { SendBooking } from './jobs/send-booking.processor.js';
import { SendCancellation } from './jobs/send-cancellation.processor.js';
import { SendChange } from './jobs/send-change.processor.js';
import { SendChangeWithdrawal } from './jobs/send-change-withdrawal.processor.js';
import { TakeNotification } from './jobs/take-notification.processor.js';
import { DocumentAnswers } from './application/lading/document-answers.service.js';
import { TransportDocuments } from './application/lading/transport-documents.service.js';
import { SendDocumentWish } from './jobs/lading/send-document-wish.processor.js';
import { InstructionsAnswers } from './application/lading/instructions-answers.service.js';
import { InstructionsDesk } from './application/lading/shipping-instructions.service.js';
import { AskForPapers } from './jobs/lading/ask-for-papers.processor.js';
import { PaperMail } from './jobs/lading/paper-mail.js';
import { SendInstructions } from './jobs/lading/send-instructions.processor.js';
import { HttpCarrierPapers } from './partners/lading/carrier-papers.http.js';
import { CarrierPapers } from './partners/lading/carrier-papers.port.js';
import { VgmAnswers } from './application/vgm/vgm-answers.service.js';
import { VgmDeclarations } from './application/vgm/vgm-declarations.service.js';
import { AskForVgm } from './jobs/vgm/ask-for-vgm.processor.js';
import { SendVgm } from './jobs/vgm/send-vgm.processor.js';
import { VgmMail } from './jobs/vgm/vgm-mail.js';
import { HttpCarrierVgm } from './partners/vgm/carrier-vgm.http.js';
import { CarrierVgm } from './partners/vgm/carrier-vgm.port.js';
import { HttpCarrier } from './partners/carrier.http.js';
import { Carrier } from './partners/carrier.port.js';
import { HttpCourier } from './partners/consignments/courier.http.js';
import { Courier } from './partners/consignments/courier.port.js';

/** Books with carrier and courier, and takes what they call back with. */
@Module({
  imports: [OrdersJobsModule, LedgerModule],
  providers: [
    Rates,
    PlaceBook,
    Quotes,
    Bookings,
    Milestones,
    BookingAmendments,
    WaitingEvents,
    ChangeAnswers,
    CutOffs,
    Carriage,
    { provide: Carrier, useClass: HttpCarrier },
    { provide: Courier, useClass: HttpCourier },
    CourierWords,
    CarrierDesk,
    OnOrderPlaced,
    OnOverseasExport,
    SendBooking,
    SendCancellation,
    SendChange,
    SendChangeWithdrawal,
    ExpireCutOffs,
    TakeNotification,
    AskCarrier,
    { provide: CarrierPapers, useClass: HttpCarrierPapers },
    InstructionsDesk,
    InstructionsAnswers,
    TransportDocuments,
    DocumentAnswers,
    PaperMail,
    SendDocumentWish,
    SendInstructions,
    AskForPapers,
    { provide: CarrierVgm, useClass: HttpCarrierVgm },
    VgmDeclarations,
    VgmAnswers,
    VgmMail,
    SendVgm,
    AskForVgm,
    SendConsignment,
    SendWithdrawal,
    AskCourier,
    TakeCourierMessage,
  ],
})
export class FreightJobsModule {}
