import { PUSH_CHANNEL, SMS_CHANNEL } from './channels.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export { FACT_SOURCES } from './fact-sources.ts';

export const CHANNELS = { push: PUSH_CHANNEL, sms: SMS_CHANNEL };

export const LANGUAGE_PACKS = { ru, kk };
