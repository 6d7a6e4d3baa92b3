import type { Dictionary } from '../dictionary.ts';

export const statistics: Dictionary['statistics'] = {
  title: 'Statistics',
  scope: { label: 'Whom to count', all: 'All clients', view: 'By the filter' },
  tiles: {
    clients: 'Clients',
    offers: 'Offers',
    offersShare: '{percent} of clients',
    expected: 'Expected benefit a month',
    average: 'Per offer',
    concentration: 'Share of the first product',
    year: '{sum} a year',
  },
  products: {
    title: 'What suited whom best',
    lead: 'Clients with the product first. Bright: sent.',
  },
  money: { title: 'Expected benefit by product', lead: 'Sum of what is sent, a month.' },
  histogram: {
    title: 'What one client gets',
    lead: 'Offers that have a figure, by expected benefit a month.',
    range: '{from} – {to}',
    last: 'from {from}',
    offers: 'Offers',
    summary: 'Most often {range}: {offers}.',
  },
  groups: {
    status: 'By status',
    city: 'By city',
    age: 'By age',
    lead: 'Clients, and the benefit of one on average. Bright: with an offer.',
  },
  noOffer: { title: 'Why there is nothing to offer', none: 'Everybody has an offer.' },
  quality: {
    title: 'Data quality',
    used: 'of records used: {used} of {records}',
    open: 'To the files',
  },
  open: 'Show in the table: {label}',
  click: 'Click a row to see these clients.',
};
