import type { Dictionary } from '../dictionary.ts';

export const trust: Dictionary['trust'] = {
  title: 'How to check this',
  lead: 'We promise that data do not leave this tab. You need not take our word for it. Here are five checks for which the browser itself is enough; each takes a minute.',
  keys: 'Developer tools open with F12 (on a Mac: Cmd + Option + I).',
  expect: 'What you will see',
  checks: [
    {
      title: 'There are no requests',
      steps: [
        'Open the developer tools, the Network tab. Load the page again and wait for the words “sealed off from the network”.',
        'Press Clear in that tab. Load files, open a client, change the catalogue, download the export.',
      ],
      result:
        'The list of requests has stayed empty. Lines with a blob: address are made by the page in memory and do not go over the network.',
    },
    {
      title: 'Everything works without a network',
      steps: [
        'Wait for the words “sealed off from the network” and switch the network off: pull the cable, turn Wi-Fi off, or choose Offline in the Network tab.',
        'Do the whole job from files to export.',
      ],
      result:
        'Nothing has changed. On https and localhost addresses the page opens without a network the next time too.',
    },
    {
      title: 'The browser forbids connections',
      steps: [
        'In the Console tab, enter: fetch(location.href)',
        'Enter: fetch("https://example.com")',
        'In the Elements tab, find the two meta tags with Content-Security-Policy at the beginning of the page.',
      ],
      result:
        "Both attempts are refused by the rule connect-src 'none'. The page added the second tag when it had loaded whole: from then on even the server it came from is closed. The rule cannot be taken back from inside the page, and workers obey it too.",
    },
    {
      title: 'Nothing is left on the disk',
      steps: [
        'Open the Application tab, section Storage.',
        'Look into Local storage, IndexedDB, Cookies and Cache storage.',
      ],
      result:
        'Language, theme and the files of the program itself. Your work appears in IndexedDB only when you have switched autosave on; “Wipe everything” removes it.',
    },
    {
      title: 'The program’s files are the right ones',
      steps: [
        'Build the program from its source with npm ci && npm run build.',
        'Compare the folder dist with what your server hands out, for instance by SHA-256.',
      ],
      result:
        'The files are the same. The browser compares them with their checksums too when it keeps them for use without a network.',
    },
  ],
  limits: {
    title: 'What this does not prove',
    body: 'The policy does not stop a browser extension, an antivirus, or a person with access to the computer. Check the page in a clean profile without extensions. Downloaded files are yours to keep and to hand on.',
  },
  back: 'To the data',
};
