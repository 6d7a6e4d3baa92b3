/** A project as the browser keeps it: one record, which a transaction replaces whole or not at all. */
export interface KeptProject {
  readonly file: Blob;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

const DATABASE = 'vygoda';
const STORE = 'project';
const KEY = 'present';

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the browser keeps nothing'));
    };
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE);
  };
  return answerOf(request);
};

export const readKept = async (): Promise<KeptProject | null> => {
  // Asking for what is not there would make it.
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === DATABASE)) return null;
  const database = await open();
  try {
    const store = database.transaction(STORE).objectStore(STORE);
    return ((await answerOf(store.get(KEY))) as KeptProject | undefined) ?? null;
  } finally {
    database.close();
  }
};

/** Resolves when it is on disk; rejects with `QuotaExceededError` when there is no room. */
export const writeKept = async (project: KeptProject): Promise<void> => {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('the browser keeps nothing'));
      };
      transaction.objectStore(STORE).put(project, KEY);
    });
  } finally {
    database.close();
  }
};

export const deleteKept = async (): Promise<void> => {
  await answerOf(indexedDB.deleteDatabase(DATABASE));
};
