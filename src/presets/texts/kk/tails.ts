import type { Part } from '../../../engine/texts/language-pack.ts';

/** Where a month's figure comes from; said only when there is one. */
export const monthly: readonly Part[] = [
  { text: 'Шығыныңыз бойынша есептедік.', when: ['figure'] },
  { text: 'Бұл болжам, басқа айларда өзгеше болуы мүмкін.', when: ['figure'] },
  { text: 'Сізге қанша қайтатыны қосымшада көрінеді.', when: ['!figure'] },
  { text: 'Есебі қосымшада бар.', when: ['!figure'] },
];

/** The same for an average over the period. */
export const counted: readonly Part[] = [
  { text: 'Бұл {period_adj} шығыныңыз бойынша есеп.', when: ['figure'] },
  { text: 'Шығыныңыз бойынша есептедік.', when: ['figure'] },
  {
    text: 'Бұл {period_adj} шығыныңыз бойынша болжам, алда өзгеше болуы мүмкін.',
    when: ['figure'],
  },
  { text: 'Бұл шығыныңыз бойынша болжам, алда өзгеше болуы мүмкін.', when: ['figure'] },
  { text: 'Сізге қанша қайтатыны қосымшада көрінеді.', when: ['!figure'] },
  { text: 'Есебі қосымшада бар.', when: ['!figure'] },
];

/** The same for products that are not about spending. */
export const estimated: readonly Part[] = [
  { text: 'Бұл {period_adj} операцияларыңыз бойынша есеп.', when: ['figure'] },
  { text: 'Операцияларыңыз бойынша есептедік.', when: ['figure'] },
  {
    text: 'Бұл {period_adj} операцияларыңыз бойынша болжам, алда өзгеше болуы мүмкін.',
    when: ['figure'],
  },
  { text: 'Бұл операцияларыңыз бойынша болжам, алда өзгеше болуы мүмкін.', when: ['figure'] },
  { text: 'Сізде қалай болатыны қосымшада көрінеді.', when: ['!figure'] },
  { text: 'Есебі қосымшада бар.', when: ['!figure'] },
];

/** The same for a deposit. */
export const forecast: readonly Part[] = [
  { text: 'Бұл болжам: табыс салым сомасына байланысты.', when: ['figure'] },
  { text: 'Нақты сома қанша ақшаны қандай мерзімге салғаныңызға байланысты.', when: ['figure'] },
  { text: 'Табысыңызды қосымшада есептей аласыз.', when: ['!figure'] },
  { text: 'Сомаңызға айына қанша болатынын қосымша есептеп береді.', when: ['!figure'] },
];

/** Where neither spending nor operations are what the figure is made of. */
export const plain: readonly Part[] = [
  { text: 'Бұл уәде емес, болжам.', when: ['figure'] },
  { text: 'Бұл болжам, басқа айларда өзгеше болуы мүмкін.', when: ['figure'] },
  { text: 'Сізде қалай болатыны қосымшада көрінеді.', when: ['!figure'] },
  { text: 'Есебі қосымшада бар.', when: ['!figure'] },
];

/** A condition of cards that pay cashback: the figure is what they add to what the client has. */
export const above: Part = {
  text: 'Бұл қазіргі кешбэгіңізге қосымша.',
  when: ['figure', 'earned'],
};
