import type { Channel } from '../../engine/texts/channel.ts';

/** A notification of the bank's app. */
export const PUSH_CHANNEL: Channel = {
  id: 'push',
  form: 'variants',
  min: 180,
  max: 220,
  currency: '₸',
  emoji: 1,
  fold: 50,
};

/** Two parts of 67 characters: Cyrillic halves what an SMS can hold. */
export const SMS_CHANNEL: Channel = {
  id: 'sms',
  form: 'short',
  min: 50,
  max: 134,
  currency: 'тг',
  emoji: 0,
  fold: 50,
};
