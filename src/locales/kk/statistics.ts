import type { Dictionary } from '../dictionary.ts';

export const statistics: Dictionary['statistics'] = {
  title: 'Статистика',
  scope: { label: 'Кімдер есепке алынады', all: 'Барлық клиент', view: 'Сүзгі бойынша' },
  tiles: {
    clients: 'Клиенттер',
    offers: 'Ұсыныстар',
    offersShare: 'клиенттердің {percent}',
    expected: 'Айына күтілетін пайда',
    average: 'Бір ұсынысқа',
    concentration: 'Бірінші өнімнің үлесі',
    year: 'жылына {sum}',
  },
  products: {
    title: 'Қай өнім қанша клиентке лайық болды',
    lead: 'Өнім бірінші орында тұрған клиенттер. Ашық түстісі: жіберіледі.',
  },
  money: { title: 'Өнімдер бойынша күтілетін пайда', lead: 'Жіберілетіндердің айлық сомасы.' },
  histogram: {
    title: 'Бір клиент қанша алады',
    lead: 'Сомасы бар ұсыныстар, айына күтілетін пайда бойынша.',
    range: '{from} – {to}',
    last: '≥ {from}',
    offers: 'Ұсыныстар',
    summary: 'Ең жиі {range}: {offers}.',
  },
  groups: {
    status: 'Мәртебе бойынша',
    city: 'Қала бойынша',
    age: 'Жасы бойынша',
    lead: 'Клиент саны және бір клиентке орташа пайда. Ашық түстісі: ұсынысы бар.',
  },
  noOffer: { title: 'Неге ұсынатын ештеңе жоқ', none: 'Әркімге ұсыныс бар.' },
  quality: {
    title: 'Деректер сапасы',
    used: 'жазба есепке алынды: {used} / {records}',
    open: 'Файлдарға',
  },
  open: 'Кестеде көрсету: {label}',
  click: 'Осы клиенттерді көру үшін жолды басыңыз.',
};
