import type { Dictionary } from '../dictionary.ts';

export const project: Dictionary['project'] = {
  title: 'Project',
  lead: 'Catalogue, rates, settings and the journal of actions in one file. It holds no rows of clients.',
  save: 'Save the project',
  open: 'Open a project',
  autosave: 'Keep the work in this browser',
  autosaveHint: 'Off: nothing is left when the tab is closed.',
  autosaveKept: 'Kept {time}, {bytes}',
  problems: {
    full: 'The browser has run out of room: the work is not kept any more. Save the project to a file.',
    elsewhere: 'Another tab of this page keeps its work already.',
    refused: 'The browser does not let the work be kept. Save the project to a file.',
  },
  wipe: 'Wipe everything',
  wipeHint: 'Removes the kept work and settings from the browser and begins anew.',
  actions: { one: '{n} action in the journal', other: '{n} actions in the journal' },
  saved: 'Project saved: {name}',
  opened: 'The project is open. Now load the same files: {files}',
  openedEmpty: 'The project is open.',
  found: {
    title: 'Go on with the earlier work?',
    body: 'Kept {time}, {bytes}. The files will have to be chosen again.',
    goOn: 'Go on',
    forget: 'Wipe',
  },
  refused: 'The project was not opened',
  faults: {
    'not-a-project': 'This is not a project file.',
    newer: 'The file was written by a newer version of the program. Update the page.',
    damaged: 'The file is damaged: its checksum does not match.',
    'too-large': 'The file is larger than a project can be.',
    'too-deep': 'The file is not built as a project is.',
    wrong: 'The file is whole, but something in it is wrong: {path}.',
  },
  manifest: 'Manifest',
  manifestHint:
    'What the file was made of: checksums, catalogue, rates, journal. With it the export can be repeated byte for byte.',
  hashing: 'Computing checksums: {bytes}',
};
