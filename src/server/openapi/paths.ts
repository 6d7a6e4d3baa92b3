import { count, list, object, oneOf, record, ref, type Schema, text } from './schema.ts';

export interface Operation {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

const json = (schema: Schema): Content => ({ 'application/json': { schema } });
const form = (...fields: Parameters<typeof object>): Content => ({
  'multipart/form-data': { schema: object(...fields) },
});
const file: Schema = { type: 'string', format: 'binary' };
const failure = { description: 'What went wrong', content: json(ref('Error')) };
const answers = (description: string, schema: Schema) => ({
  '200': { description, content: json(schema) },
  default: failure,
});
const done = { '204': { description: 'Done' }, default: failure };
const query = (name: string, schema: Schema): Parameter => ({ name, in: 'query', schema });
const page = [query('limit', count), query('offset', count)];

const received = object({
  message: text,
  total_records: count,
  breakdown: ref('Breakdown'),
  columns: list(text),
  sample: list(record(text), 5),
  files: list(ref('FileFacts')),
});

const upload = (kind: string): { readonly post: Operation } => ({
  post: {
    summary: `Takes files of ${kind} in the place of those before; append=1 keeps those`,
    parameters: [query('append', oneOf('1'))],
    requestBody: {
      required: true,
      content: form(
        { file, reading: { type: 'string', description: 'JSON of the schema Reading' } },
        ['reading'],
      ),
    },
    responses: answers('All that is held now by kind, and what these files are', received),
  },
});

/** Every endpoint, in the order of the table in app.ts. */
export const PATHS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/health': {
    get: { summary: 'State and progress', responses: answers('It is there', ref('Health')) },
  },
  '/upload/clients': upload('clients'),
  '/upload/transactions': upload('transactions'),
  '/upload/transfers': upload('transfers'),
  '/process': {
    post: {
      summary: 'Scores everything uploaded; answers when it is done',
      requestBody: {
        content: {
          ...json(ref('ProcessOptions')),
          ...form(
            {
              options: { type: 'string', description: 'JSON of the schema ProcessOptions' },
              holdings: { ...file, description: 'CSV: client_code, product' },
            },
            ['options', 'holdings'],
          ),
        },
      },
      responses: answers('Scored', ref('Processed')),
    },
    delete: { summary: 'Stops the processing', responses: done },
  },
  '/clients': {
    get: {
      summary: 'Processed clients',
      parameters: page,
      responses: answers(
        'Clients in order of code',
        object({ total_count: count, clients: list(ref('Client')) }),
      ),
    },
  },
  '/recommendations/{client_code}': {
    get: {
      summary: 'The top four products of a client, and why',
      parameters: [{ name: 'client_code', in: 'path', required: true, schema: text }],
      responses: answers('In order of rank', ref('Recommendations')),
    },
  },
  '/push-notifications': {
    post: {
      summary: 'The texts of everybody who has an offer',
      parameters: page,
      responses: answers(
        'Texts in order of code',
        object({ message: text, total_count: count, notifications: list(ref('Notification')) }),
      ),
    },
  },
  '/export/csv': {
    get: {
      summary: 'The three-column file',
      parameters: [query('format', oneOf('csv', 'json'))],
      responses: {
        '200': {
          description: 'The file, or the same inside JSON',
          content: {
            'text/csv': { schema: text },
            ...json(
              object({ message: text, sample: list(ref('Notification'), 5), csv_content: text }),
            ),
          },
        },
        default: failure,
      },
    },
  },
  '/stats': {
    get: { summary: 'Statistics', responses: answers('Of all clients', ref('Statistics')) },
  },
  '/data': { delete: { summary: 'Forgets everything uploaded', responses: done } },
  '/openapi.json': {
    get: { summary: 'This description', responses: answers('OpenAPI 3.1', { type: 'object' }) },
  },
};
