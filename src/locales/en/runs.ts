import type { Dictionary } from '../dictionary.ts';

/** Two runs side by side. */
export const runs: Dictionary['runs'] = {
  room: { result: 'Result', compare: 'Comparison' },
  rooms: 'What to show',
  start: {
    title: 'Compare with another run',
    body: 'Keep the present run, then open another month’s files or change the catalogue. You will see here who changed to what, who is new and who left.',
    keep: 'Keep the present run',
  },
  kept: {
    title: 'The run is kept',
    body: '{run}. Now open other files or change the catalogue.',
    files: 'To the files',
    catalogue: 'To the catalogue',
  },
  notice: 'The run before is kept: {run}.',
  show: 'Compare with it',
  run: '{clients}, {offers}, {period}, catalogue “{catalogue}”',
  undated: 'no dates',
  forget: 'Forget it',
  again: 'Compare with the present',
  save: 'Download the changes',
  before: 'Before',
  after: 'After',
  tiles: {
    common: 'In both',
    switched: 'Offered something else',
    came: 'New',
    left: 'Left',
    offers: 'Offers',
    expected: 'Benefit a month',
    share: '{percent} of those in both',
    fromTo: '{from} → {to}',
    show: 'show in the table',
  },
  switches: {
    title: 'Who changed to what',
    lead: 'Click a row to see these clients.',
    clients: 'Clients',
    difference: 'Difference a month',
    nothing: 'nothing',
    none: 'Everybody is offered the same.',
  },
  movers: { title: 'Largest changes', lead: 'The first {n}. Click to open the client.' },
  leavers: {
    title: 'No longer in the files',
    lead: 'The first {n} by the benefit they had; all are in the file of changes.',
    offer: 'What they were offered',
  },
  client: 'Client',
  filter: {
    came: 'New',
    switched: 'Offered something else',
    switch: '{from} → {to}',
  },
};
