export const USAGE = `vygoda: the bank product that is worth most to each client, and the push text for it

  vygoda score PATH…   score CSV exports: files, folders, .gz, .zip
  vygoda score --stream --stats FILE
                       score rows on standard input, one client at a time (src/engine/stream/FORMAT.md)
  vygoda repeat MANIFEST PATH…
                       make an exported file again from its manifest and the same input:
                       the same bytes (--out FILE, --threads N), or why not
  vygoda stats         what --stream must know of all rows: those on standard input,
                       or parts put together with --merge FILE…
  vygoda serve         serve the page and the API (PORT, HOST; http://localhost:8080)

Options of score:
  --catalogue NAME     standard (default), case-2025, seed, or a catalogue FILE.json
  --fx USD=520,EUR=610 tenge for one unit of a currency
  --holdings FILE      client_code,product: what clients have already is not offered
  --months N           what sums are divided by (default: the months in the data)
  --language ru|kk     language of the texts of clients who have none of their own (default: ru)
  --channel push|sms   where the texts are read: push 180-220 characters with ₸, SMS 50-134 characters
                       and no emoji (default: push)
  --out FILE           client_code,product,push_notification (default: standard output)
  --top FILE           ranks 1-4 of every client
  --benefits FILE      every client and product, unrounded
  --explain FILE       JSON: why each product has its number, for every client
  --report FILE        JSON: what became of every file and record
  --manifest FILE      JSON: what the offers were made of, for "vygoda repeat"
  --rejected FOLDER    the rows that were left out, with reasons, as CSVs to mend and score again
  --threads N          workers that read (default: as many as there are processors, at most 4)

Where the data do not decide:
  --encoding utf-8|utf-16le|utf-16be|windows-1251
  --delimiter ,|;|tab|pipe
  --decimal point|comma
  --date-order dmy|mdy
  --map "Heading=field,Other heading="   a heading that was not recognised; empty: leave it out

Exit: 0 scored, 2 input refused (the reason is on standard error), 1 a bug.
`;
