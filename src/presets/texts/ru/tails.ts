import type { Part } from '../../../engine/texts/language-pack.ts';

/** Where a month's figure comes from; said only when there is one. */
export const monthly: readonly Part[] = [
  { text: 'Посчитали по вашим тратам.', when: ['figure'] },
  { text: 'Это оценка, в другие месяцы может выйти иначе.', when: ['figure'] },
  { text: 'Сколько вернулось бы именно вам, видно в приложении.', when: ['!figure'] },
  { text: 'Расчёт есть в приложении.', when: ['!figure'] },
];

/** The same for an average over the period. */
export const counted: readonly Part[] = [
  { text: 'Это оценка по вашим тратам {period}.', when: ['figure'] },
  { text: 'Это оценка по вашим тратам.', when: ['figure'] },
  { text: 'Посчитали по вашим тратам {period}, дальше может быть иначе.', when: ['figure'] },
  { text: 'Посчитали по вашим тратам, дальше может быть иначе.', when: ['figure'] },
  { text: 'Сколько вернулось бы именно вам, видно в приложении.', when: ['!figure'] },
  { text: 'Расчёт есть в приложении.', when: ['!figure'] },
];

/** The same for products that are not about spending. */
export const estimated: readonly Part[] = [
  { text: 'Это оценка по вашим операциям {period}.', when: ['figure'] },
  { text: 'Это оценка по вашим операциям.', when: ['figure'] },
  { text: 'Посчитали по вашим операциям {period}, дальше может быть иначе.', when: ['figure'] },
  { text: 'Посчитали по вашим операциям, дальше может быть иначе.', when: ['figure'] },
  { text: 'Что выйдет именно у вас, видно в приложении.', when: ['!figure'] },
  { text: 'Расчёт есть в приложении.', when: ['!figure'] },
];

/** The same for a deposit. */
export const forecast: readonly Part[] = [
  { text: 'Это оценка: доход зависит от суммы вклада.', when: ['figure'] },
  { text: 'Точная сумма зависит от того, сколько и на какой срок вы положите.', when: ['figure'] },
  { text: 'Свой доход можно посчитать в приложении.', when: ['!figure'] },
  { text: 'Сколько это в месяц на вашу сумму, посчитает приложение.', when: ['!figure'] },
];

/** Where neither spending nor operations are what the figure is made of. */
export const plain: readonly Part[] = [
  { text: 'Это оценка, а не обещание.', when: ['figure'] },
  { text: 'Это оценка, в другие месяцы может выйти иначе.', when: ['figure'] },
  { text: 'Что выйдет именно у вас, видно в приложении.', when: ['!figure'] },
  { text: 'Расчёт есть в приложении.', when: ['!figure'] },
];

/** A condition of cards that pay cashback: the figure is what they add to what the client has. */
export const above: Part = {
  text: 'Это сверх кешбэка, который вы уже получаете.',
  when: ['figure', 'earned'],
};
