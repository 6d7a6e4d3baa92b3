/** Halves every file between two readers, one file after the other. */
const readers = [0, 1].map(() => new Worker('/raw-reader.js'));

const ask = (reader, blob) =>
  new Promise((resolve) => {
    reader.onmessage = ({ data }) => resolve(data);
    reader.postMessage(blob);
  });

self.onmessage = async ({ data: files }) => {
  let bytes = 0;
  for (const file of files) {
    const middle = file.size >> 1;
    const halves = [file.slice(0, middle), file.slice(middle)];
    const read = await Promise.all(halves.map((half, at) => ask(readers[at], half)));
    bytes += read[0] + read[1];
  }
  self.postMessage({ bytes });
};

// A reader that answers has started.
void Promise.all(readers.map((reader) => ask(reader, new Blob([])))).then(() =>
  self.postMessage('ready'),
);
