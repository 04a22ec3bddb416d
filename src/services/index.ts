export { startAnchors } from './anchor.ts';
export { startAnswerNotices } from './answer-notices.ts';
export { startClocks } from './clocks.ts';
export { createSource, startIntake } from './intake.ts';
export { startNotifier } from './notifier.ts';
export { startReceipts } from './receipts.ts';
export { startRetention } from './retention.ts';
export { startScreening } from './screening.ts';
export { startWeb, webUrl } from './web.ts';
